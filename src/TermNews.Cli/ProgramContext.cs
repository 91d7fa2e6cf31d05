using System.CommandLine;
using TermNews.Core.Configuration;

namespace TermNews.Cli;

/// <summary>What commands work with. Nothing is read or opened before a command asks for it.</summary>
internal sealed class ProgramContext
{
    private Settings? _settings;

    /// <summary>The options of every command.</summary>
    public GlobalOptions Options { get; } = new();

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Looks up an environment variable; empty ones are null.</summary>
    public Func<string, string?> Environment { get; init; } = name => System.Environment.GetEnvironmentVariable(name);

    /// <summary>Opens standard input.</summary>
    public Func<Stream> Input { get; init; } = Console.OpenStandardInput;

    /// <summary>What the streams are connected to; looked up when first asked for.</summary>
    public Lazy<TerminalFacts> Terminal { get; init; } = new(TerminalFacts.OfProcess);

    /// <summary>The database's file.</summary>
    public string DatabasePath(ParseResult args) =>
        args.GetValue(Options.Database) ?? Variable("TERMNEWS_DB") ?? InHome("XDG_DATA_HOME", ".local/share", "termnews.db");

    /// <summary>The configuration, read once.</summary>
    /// <exception cref="Core.NewsException">It cannot be read.</exception>
    public Settings Settings(ParseResult args)
    {
        var named = args.GetValue(Options.Configuration) ?? Variable("TERMNEWS_CONFIG");
        return _settings ??= SettingsFile.Load(named ?? InHome("XDG_CONFIG_HOME", ".config", "config.toml"), isRequired: named is not null);
    }

    /// <summary>The network must not be touched.</summary>
    public bool IsOffline(ParseResult args) =>
        args.GetValue(Options.Offline) || Variable("TERMNEWS_OFFLINE") is not (null or "0") || Settings(args).Network.Offline;

    /// <summary>Only results and errors are told.</summary>
    public bool IsQuiet(ParseResult args) => args.GetValue(Options.Quiet);

    /// <summary>Tells people something that is no result and no error.</summary>
    public void Tell(ParseResult args, string sentence)
    {
        if (!IsQuiet(args))
            args.InvocationConfiguration.Error.Write(sentence + "\n");
    }

    /// <summary>An environment variable that is set to something, or null.</summary>
    public string? Variable(string name) => Environment(name) is { Length: > 0 } value ? value : null;

    private string InHome(string variable, string folder, string file)
    {
        // The XDG specification says that relative paths are to be ignored.
        var root = Variable(variable) is { } named && Path.IsPathRooted(named)
            ? named
            : Path.Combine(Variable("HOME") ?? System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), folder);
        return Path.Combine(root, "termnews", file);
    }
}
