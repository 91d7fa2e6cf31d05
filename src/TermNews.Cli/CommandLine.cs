using System.CommandLine;
using TermNews.Cli.Commands;

namespace TermNews.Cli;

/// <summary>The tree of commands.</summary>
internal static class CommandLine
{
    /// <summary>How words are read: no files of arguments, no bundles of letters.</summary>
    public static ParserConfiguration Parsing { get; } = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Makes the root command.</summary>
    public static Command Create(ProgramContext context)
    {
        var root = new Command("termnews", "Read news in the terminal.");
        context.Options.AddTo(root);
        root.Subcommands.Add(new ParseCommand());
        root.Subcommands.Add(new ExtractCommand());
        root.Subcommands.Add(new OpmlCommand());
        return root;
    }
}
