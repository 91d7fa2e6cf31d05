using TermNews.Core.Ranking;

namespace TermNews.Core.Configuration;

/// <summary>The full names of all settings, for the nearest right one of a misspelt one. A test holds them to the readers.</summary>
internal static class SettingNames
{
    /// <summary>All but <c>[keys]</c>, whose names are commands that the key map checks.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "network.jobs", "network.timeout", "network.refresh_minutes", "network.offline", "network.allow_exec", "reader.mouse",
        "reader.width", "reader.ascii", "reader.color", "reader.theme", "reader.hyperlinks", "reader.bidi", "reader.clipboard",
        "reader.images", "reader.graphics", "reader.title", "articles.always_full_text", "articles.line_spacing",
        "articles.fetch_ahead", "interest.learn", "clusters.read_together", "clusters.open_best_text", "downloads.folder",
        "downloads.most_mib", "comments.author", "feed.url", "feed.user", "feed.password", "feed.token", "feed.proxy",
        "feed.keep_days", "feed.keep_stories", "retention.days", "retention.stories_per_feed",
        "mute.words", "mute.authors", "mute.feeds", "mute.categories", "popular.half_life", "popular.window", "must_read.longest",
        "must_read.half_life", "must_read.window", "must_read.words", "must_read.feeds", "must_read.categories",
        "must_read.rules",
        .. RankingSettings.Default.Popular.Evidence.Names.Select(static name => $"popular.weights.{name}"),
        .. RankingSettings.Default.MustRead.Evidence.Names.Select(static name => $"must_read.weights.{name}"),
    ];

    /// <summary>The sentence for a name that is none.</summary>
    public static string Unknown(string name) => NearestName.Of(name, All) is { } near
        ? $"{name} is not a setting; did you mean {near}? It is left aside."
        : $"{name} is not a setting; it is left aside.";

    /// <summary>Whether a name begins that of a setting, as a table's does.</summary>
    public static bool IsTable(string name) =>
        name is "keys" || All.Any(setting => setting.StartsWith(name + ".", StringComparison.Ordinal));

    /// <summary>The setting that a name lies below; null if there is none.</summary>
    public static string? Above(string name) => All.FirstOrDefault(setting => name.StartsWith(setting + ".", StringComparison.Ordinal));
}
