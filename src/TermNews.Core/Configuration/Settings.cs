using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Ranking;
using TermNews.Core.Retention;

namespace TermNews.Core.Configuration;

/// <summary>The reader's configuration; every part has a default.</summary>
public sealed record Settings
{
    /// <summary><c>[network]</c>.</summary>
    public NetworkSettings Network { get; init; } = new();

    /// <summary><c>[[feed]]</c>: names, passwords and proxies, in the order of the file.</summary>
    public IReadOnlyList<FeedAccess> Feeds { get; init; } = [];

    /// <summary><c>[must_read]</c>.</summary>
    public MustReadSettings MustRead { get; init; } = new();

    /// <summary><c>[mute]</c>: the mutes, in the order of the file.</summary>
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

    /// <summary><c>[retention]</c>: for all feeds that <c>[[feed]]</c> says nothing else of.</summary>
    public RetentionRule Retention { get; init; }

    /// <summary><c>[comments]</c>.</summary>
    public CommentSettings Comments { get; init; } = new();

    /// <summary><c>[reader]</c>.</summary>
    public ReaderSettings Reader { get; init; } = new();

    /// <summary><c>[keys]</c>: keys as written, by command name; the key map checks them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Keys { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Unknown keys, in the order of the file.</summary>
    public IReadOnlyList<SettingsWarning> Warnings { get; init; } = [];

    /// <summary>The first warning, and how many more there are; null for none.</summary>
    public string? Warning => Warnings switch
    {
        [] => null,
        [var only] => $"Configuration, line {only.Line}: {only.Message}",
        [var first, ..] => $"Configuration, line {first.Line}: {first.Message} ({Warnings.Count - 1} more)",
    };

    /// <summary>The settings of the fetcher.</summary>
    public FetchSettings ToFetchSettings() =>
        new() { Feeds = [.. Feeds.Where(static feed => !feed.IsOnlyKept)], AllowsPrograms = Network.AllowExec };

    /// <summary>How long the stories of a feed are kept.</summary>
    public RetentionRule RetentionOf(string feedUrl)
    {
        var covering = Uri.TryCreate(feedUrl, UriKind.Absolute, out var uri) ? Feeds.Where(feed => feed.Covers(uri)).ToList() : [];
        return new RetentionRule(
            covering.Find(static feed => feed.KeepDays is not null)?.KeepDays ?? Retention.Days,
            covering.Find(static feed => feed.KeepStories is not null)?.KeepStories ?? Retention.Count);
    }
}

/// <summary>An unknown key, which is ignored.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Message">The sentence for the reader.</param>
public sealed record SettingsWarning(int Line, int Column, string Message);

/// <summary>The use of the network (<c>[network]</c>).</summary>
public sealed record NetworkSettings
{
    /// <summary>Feeds visited at the same time, 1 to 64; up to 16 times as many while servers keep the program waiting.</summary>
    public int Jobs { get; init; } = RefreshRequest.DefaultJobs;

    /// <summary>Timeout of a visit, 1 to 600 seconds.</summary>
    public TimeSpan Timeout { get; init; } = RefreshRequest.DefaultTimeout;

    /// <summary>Interval of refreshes by the open reader, up to a day; null: never.</summary>
    public TimeSpan? RefreshEvery { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Whether the network is never used.</summary>
    public bool Offline { get; init; }

    /// <summary>Whether programs are run for feeds with an <c>exec:</c> address.</summary>
    public bool AllowExec { get; init; }
}

/// <summary>The reader's rules for Must-Read (<c>[must_read]</c>).</summary>
public sealed record MustReadSettings
{
    /// <summary>Words in a title or text.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Feeds by title or address.</summary>
    public IReadOnlyList<string> Feeds { get; init; } = [];

    /// <summary>Categories.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Searches in the syntax of search.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>The same as the ranking's type.</summary>
    public MustReadRules ToRules() => new(Words, Feeds, Categories) { Queries = Rules };
}

/// <summary>Learning of interests (<c>[interest]</c>).</summary>
public sealed record InterestSettings
{
    /// <summary>Whether interests are learnt from the reader's deeds, on this machine, for Must-Read.</summary>
    public bool Learn { get; init; } = true;
}

/// <summary>Articles (<c>[articles]</c>).</summary>
public sealed record ArticleSettings
{
    /// <summary>Feeds, by title or address, whose stories open with the full text of their page.</summary>
    public IReadOnlyList<string> AlwaysFullText { get; init; } = [];

    /// <summary>Unread stories at the top of the list whose full text is fetched in advance, 0 to 50.</summary>
    public int FetchAhead { get; init; } = 5;

    /// <summary>Blank lines between two lines of a paragraph, 0 to 2.</summary>
    public int LineSpacing { get; init; }
}

/// <summary>Comments (<c>[comments]</c>).</summary>
public sealed record CommentSettings
{
    /// <summary>The author of comments; null: the name of the user account.</summary>
    public string? Author { get; init; }
}

/// <summary>The full-screen reader (<c>[reader]</c>).</summary>
public sealed record ReaderSettings
{
    /// <summary>Whether clicks and the wheel are handled.</summary>
    public bool Mouse { get; init; } = true;

    /// <summary>Columns of an article at most, 20 to 400.</summary>
    public int Width { get; init; } = 78;

    /// <summary>ASCII in place of symbols.</summary>
    public SettingSwitch Ascii { get; init; } = SettingSwitch.Auto;

    /// <summary>Colours.</summary>
    public SettingSwitch Color { get; init; } = SettingSwitch.Auto;

    /// <summary>The set of colours.</summary>
    public ReaderTheme Theme { get; init; } = ReaderTheme.Default;

    /// <summary>Links as terminal hyperlinks (OSC 8).</summary>
    public SettingSwitch Hyperlinks { get; init; } = SettingSwitch.Auto;

    /// <summary>Isolation of right-to-left text (U+2067); auto: in terminals known to reorder text and to respect isolates.</summary>
    public SettingSwitch Bidi { get; init; } = SettingSwitch.Auto;

    /// <summary>Copying through the terminal (OSC 52); auto: over SSH, and if no desktop program takes the text.</summary>
    public SettingSwitch Clipboard { get; init; } = SettingSwitch.Auto;

    /// <summary>Pictures without being asked for; auto: if the terminal has graphics and is on this machine.</summary>
    public SettingSwitch Images { get; init; } = SettingSwitch.Auto;

    /// <summary>The protocol for pictures.</summary>
    public ReaderGraphics Graphics { get; init; } = ReaderGraphics.Auto;

    /// <summary>Whether the window title is set while the reader is open.</summary>
    public bool Title { get; init; } = true;
}

/// <summary>Clusters of stories that report the same news (<c>[clusters]</c>).</summary>
public sealed record ClusterSettings
{
    /// <summary>Whether reading one story marks its whole cluster as read.</summary>
    public bool ReadTogether { get; init; } = true;

    /// <summary>Whether a row opens the story with the best text instead of the first report.</summary>
    public bool OpenBestText { get; init; } = true;
}

/// <summary>Downloads of the files of stories (<c>[downloads]</c>).</summary>
public sealed record DownloadSettings
{
    /// <summary>The target folder; null: the desktop's download folder, else <c>Downloads</c> in the home folder.</summary>
    public string? Folder { get; init; }

    /// <summary>Size limit of a file in MiB, 1 to 1,000,000.</summary>
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

/// <summary>The protocol for pictures in the terminal.</summary>
public enum ReaderGraphics
{
    /// <summary>The best one that the terminal reports.</summary>
    Auto,

    /// <summary>The graphics protocol of kitty, with Unicode placeholders.</summary>
    Kitty,

    /// <summary>Sixels, as DEC's VT340 had them.</summary>
    Sixel,

    /// <summary>Half blocks in colour, two pixels a cell.</summary>
    Blocks,
}

/// <summary>A setting that the program detects unless it is set.</summary>
public enum SettingSwitch
{
    /// <summary>Detected from the terminal.</summary>
    Auto,

    /// <summary>Always.</summary>
    On,

    /// <summary>Never.</summary>
    Off,
}
