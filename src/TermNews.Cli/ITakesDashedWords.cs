namespace TermNews.Cli;

/// <summary>A command whose arguments may begin with a dash.</summary>
internal interface ITakesDashedWords;
