namespace TermNews.Core.Reader.Help;

/// <summary>The command that shows the help.</summary>
public static class HelpCommands
{
    public static readonly ReaderCommand ShowHelp = ReaderCommand.On<HelpScreen>("help", KeyScope.Screens & ~KeyScope.Help,
        ["?", "F1"], "this help", static help => help.Show(), "help");
}
