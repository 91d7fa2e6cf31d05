namespace TermNews.Cli;

/// <summary>The exit codes; scripts depend on them.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>Done in part: some feeds, files or stories failed, each named on standard error.</summary>
    public const int Partial = 1;

    /// <summary>Wrong use.</summary>
    public const int WrongUse = 2;

    /// <summary>The database, the configuration or a file could not be read or written.</summary>
    public const int Unreadable = 3;

    /// <summary>Nothing at all could be fetched.</summary>
    public const int Network = 4;

    /// <summary>A defect of the program.</summary>
    public const int Defect = 70;

    /// <summary>Interrupted (SIGINT); results so far are kept.</summary>
    public const int Interrupted = 130;

    /// <summary>Standard output was closed (as SIGPIPE).</summary>
    public const int BrokenPipe = 141;

    /// <summary>The exit code for an error.</summary>
    public static int Of(NewsFault fault) => fault switch
    {
        NewsFault.WrongUse => WrongUse,
        NewsFault.Unreadable or NewsFault.DamagedText => Unreadable,
        NewsFault.Network => Network,
    };
}
