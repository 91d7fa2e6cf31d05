using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Ranking;
using TermNews.Core.Stories;

namespace TermNews.Core.Configuration;

/// <summary>What the reader configured; every part has a default.</summary>
public sealed record Settings
{
    /// <summary><c>[network]</c>.</summary>
    public NetworkSettings Network { get; init; } = new();

    /// <summary><c>[[feed]]</c>: names, passwords and proxies, in the order of the file.</summary>
    public IReadOnlyList<FeedAccess> Feeds { get; init; } = [];

    /// <summary><c>[must_read]</c>.</summary>
    public MustReadSettings MustRead { get; init; } = new();

    /// <summary><c>[mute]</c>: what is muted, in the order of the file.</summary>
    public IReadOnlyList<Mute> Mutes { get; init; } = [];

    /// <summary><c>[popular]</c>, and the numbers of <c>[must_read]</c>.</summary>
    public RankingSettings Ranking { get; init; } = RankingSettings.Default;

    /// <summary><c>[interest]</c>.</summary>
    public InterestSettings Interest { get; init; } = new();

    /// <summary><c>[articles]</c>.</summary>
    public ArticleSettings Articles { get; init; } = new();

    /// <summary>Stories that report the same news.</summary>
    public ClusterSettings Clusters { get; init; } = new();

    /// <summary>Files of stories.</summary>
    public DownloadSettings Downloads { get; init; } = new();

    /// <summary><c>[comments]</c>.</summary>
    public CommentSettings Comments { get; init; } = new();

    /// <summary><c>[reader]</c>.</summary>
    public ReaderSettings Reader { get; init; } = new();

    /// <summary><c>[keys]</c>: keys as they were written, by the name of their command; the key map judges them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keys { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What was found in the file and means nothing, in the order of the file.</summary>
    public IReadOnlyList<SettingsWarning> Warnings { get; init; } = [];

    /// <summary>The settings of the fetcher.</summary>
    public FetchSettings ToFetchSettings() => new() { Feeds = Feeds, AllowsPrograms = Network.AllowExec };
}

/// <summary>Something in the configuration that is left aside.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Message">The sentence that says what it is.</param>
public sealed record SettingsWarning(int Line, int Column, string Message);

/// <summary>How the network is used.</summary>
public sealed record NetworkSettings
{
    /// <summary>Feeds that are visited at once; more are asked while servers let us wait, sixteen times as many at most.</summary>
    public int Jobs { get; init; } = RefreshRequest.DefaultJobs;

    /// <summary>How long a visit may take.</summary>
    public TimeSpan Timeout { get; init; } = RefreshRequest.DefaultTimeout;

    /// <summary>How often the open reader refreshes by itself; null for never.</summary>
    public TimeSpan? RefreshEvery { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The network is never touched.</summary>
    public bool Offline { get; init; }

    /// <summary>Programs are run for feeds whose address begins with <c>exec:</c>.</summary>
    public bool AllowExec { get; init; }
}

/// <summary>What the reader does not want to miss.</summary>
public sealed record MustReadSettings
{
    /// <summary>Words in a title or text.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Feeds by title or address.</summary>
    public IReadOnlyList<string> Feeds { get; init; } = [];

    /// <summary>Categories.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Searches, as they are typed to search everything.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>All of it, as the ranking takes it.</summary>
    public MustReadRules ToRules() => new(Words, Feeds, Categories) { Queries = Rules };
}

/// <summary>What the reader cares for.</summary>
public sealed record InterestSettings
{
    /// <summary>It is learnt from what the reader does, on this machine, and counts in Must-Read.</summary>
    public bool Learn { get; init; } = true;
}

/// <summary>How articles are read.</summary>
public sealed record ArticleSettings
{
    /// <summary>Feeds, by title or address, whose stories open with the full text of their page.</summary>
    public IReadOnlyList<string> AlwaysFullText { get; init; } = [];

    /// <summary>How many unread stories at the top of the list have their full text fetched beforehand; 0 for none.</summary>
    public int FetchAhead { get; init; } = 5;

    /// <summary>Blank lines between two lines of a paragraph.</summary>
    public int LineSpacing { get; init; }
}

/// <summary>How comments are made.</summary>
public sealed record CommentSettings
{
    /// <summary>The name under comments; null for the name of the reader's account.</summary>
    public string? Author { get; init; }
}

/// <summary>How the full-screen reader looks.</summary>
public sealed record ReaderSettings
{
    /// <summary>Clicks and the wheel are heard.</summary>
    public bool Mouse { get; init; } = true;

    /// <summary>Columns of an article at most.</summary>
    public int Width { get; init; } = 78;

    /// <summary>ASCII stands in for symbols.</summary>
    public SettingSwitch Ascii { get; init; } = SettingSwitch.Auto;

    /// <summary>Colour is used.</summary>
    public SettingSwitch Color { get; init; } = SettingSwitch.Auto;

    /// <summary>The colours.</summary>
    public ReaderTheme Theme { get; init; } = ReaderTheme.Default;

    /// <summary>Links are the terminal's own (OSC 8), too.</summary>
    public SettingSwitch Hyperlinks { get; init; } = SettingSwitch.Auto;

    /// <summary>Text from right to left is isolated (U+2067); by itself where the terminal is known to order it and to heed that.</summary>
    public SettingSwitch Bidi { get; init; } = SettingSwitch.Auto;

    /// <summary>Texts are copied through the terminal (OSC 52); by itself over SSH only, and where no program of the desktop takes them.</summary>
    public SettingSwitch Clipboard { get; init; } = SettingSwitch.Auto;

    /// <summary>Articles show their pictures without being asked; by itself where the terminal has graphics and is on this machine.</summary>
    public SettingSwitch Images { get; init; } = SettingSwitch.Auto;

    /// <summary>How the terminal shows pictures.</summary>
    public ReaderGraphics Graphics { get; init; } = ReaderGraphics.Auto;

    /// <summary>The window's title is set while the reader is open.</summary>
    public bool Title { get; init; } = true;
}

/// <summary>Stories that report the same news (<c>[clusters]</c>).</summary>
public sealed record ClusterSettings
{
    /// <summary>Who reads one of them has read all.</summary>
    public bool ReadTogether { get; init; } = true;

    /// <summary>A row opens the one with the best text, not the one that came first.</summary>
    public bool OpenBestText { get; init; } = true;
}

/// <summary>Files of stories that are brought onto this machine (<c>[downloads]</c>).</summary>
public sealed record DownloadSettings
{
    /// <summary>The folder they go to; null for the desktop's folder for downloads, or <c>Downloads</c> in the home folder.</summary>
    public string? Folder { get; init; }

    /// <summary>Larger files are refused, in MiB.</summary>
    public int MostMebibytes { get; init; } = 2048;
}

/// <summary>A set of colours, all from the terminal's own palette.</summary>
public enum ReaderTheme
{
    /// <summary>The terminal's own foreground, with few colours.</summary>
    Default,

    /// <summary>For a light background: dark colours, nothing faint.</summary>
    Light,

    /// <summary>For a dark background: bright colours.</summary>
    Dark,

    /// <summary>Nothing faint; what matters is bold, underlined or reversed as well.</summary>
    HighContrast,

    /// <summary>Bold, underline and reverse only.</summary>
    Mono,
}

/// <summary>How a terminal shows pictures.</summary>
public enum ReaderGraphics
{
    /// <summary>As the terminal can, by what it says that it is.</summary>
    Auto,

    /// <summary>The graphics protocol of kitty, with Unicode placeholders.</summary>
    Kitty,

    /// <summary>Sixels, as DEC's VT340 had them.</summary>
    Sixel,

    /// <summary>Half blocks in colour, two pixels a cell.</summary>
    Blocks,
}

/// <summary>A thing the program finds out by itself unless it is told.</summary>
public enum SettingSwitch
{
    /// <summary>As the terminal is.</summary>
    Auto,

    /// <summary>Always.</summary>
    On,

    /// <summary>Never.</summary>
    Off,
}
