using System.CommandLine.Help;

namespace TermNews.Cli;

/// <summary>The options of all commands.</summary>
internal sealed class GlobalOptions
{
    /// <summary><c>--db</c>.</summary>
    public Option<string?> Database { get; } = new("--db")
    {
        Description = "The SQLite file [TERMNEWS_DB; ~/.local/share/termnews/termnews.db].",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary><c>--config</c>.</summary>
    public Option<string?> Configuration { get; } = new("--config")
    {
        Description = "The configuration [TERMNEWS_CONFIG; ~/.config/termnews/config.toml].",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary><c>--offline</c>.</summary>
    public Option<bool> Offline { get; } = new("--offline")
    {
        Description = "Never touch the network [TERMNEWS_OFFLINE=1].",
        Recursive = true,
    };

    /// <summary><c>--color</c>.</summary>
    public Option<string> Color { get; } = new Option<string>("--color")
    {
        Description = "Colour on standard output: auto, always or never [NO_COLOR, CLICOLOR_FORCE].",
        HelpName = "WHEN",
        Recursive = true,
        DefaultValueFactory = _ => "auto",
    }.Only("auto", "always", "never");

    /// <summary><c>--plain</c>.</summary>
    public Option<bool> Plain { get; } = new("--plain")
    {
        Description = "For screen readers and dumb terminals: lines of text only; commands may come from a pipe.",
        Recursive = true,
    };

    /// <summary><c>--quiet</c>.</summary>
    public Option<bool> Quiet { get; } = new("--quiet") { Description = "Only results and errors.", Recursive = true };

    /// <summary><c>--verbose</c>.</summary>
    public Option<bool> Verbose { get; } = new("--verbose") { Description = "Say more about what goes wrong.", Recursive = true };

    /// <summary><c>--version</c>.</summary>
    public Option<bool> Version { get; } = new("--version")
    {
        Description = "Print the version.",
        Recursive = true,
        Action = new VersionAction(),
    };

    /// <summary><c>--help</c>.</summary>
    public HelpOption Help { get; } = new("--help", "-h") { Description = "Print this help.", Recursive = true };

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [Database, Configuration, Offline, Color, Plain, Quiet, Verbose, Version, Help];
}
