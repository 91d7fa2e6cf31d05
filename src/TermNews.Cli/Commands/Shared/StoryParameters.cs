namespace TermNews.Cli.Commands.Shared;

/// <summary>Arguments and options that several commands about stories share.</summary>
internal static class StoryParameters
{
    /// <summary>The name of a list; Latest without it.</summary>
    public static Argument<string?> List() =>
        new("LIST") { Description = $"One of {ListCatalog.Words} [latest].", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>The file to write; standard output without it.</summary>
    public static Option<string?> OutputFile() =>
        new("--output") { Description = "The file, replaced as a whole [standard output].", HelpName = "FILE" };
}
