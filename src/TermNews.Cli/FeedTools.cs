using System.CommandLine;
using TermNews.Core;
using TermNews.Core.Configuration;
using TermNews.Core.Feeds.Subscribing;
using TermNews.Core.Stories;

namespace TermNews.Cli;

/// <summary>
/// What the commands about feeds work with; made when a command runs, as only then its database and configuration are known.
/// </summary>
internal sealed record FeedTools
{
    /// <summary>Subscriptions.</summary>
    public required IFeedRepository Feeds { get; init; }

    /// <summary>Visits feeds and stores what they bring.</summary>
    public required IRefresher Refresher { get; init; }

    /// <summary>The words that searches look through.</summary>
    public required ISearchIndex Index { get; init; }

    /// <summary>The clusters.</summary>
    public required IStoryClusters Clusters { get; init; }

    /// <summary>Has another process bring the index up to date, and waits for nothing; false where that cannot be.</summary>
    public Func<bool> IndexElsewhere { get; init; } = () => false;

    /// <summary>Finds feeds and subscribes.</summary>
    public required ISubscriber Subscriber { get; init; }

    /// <summary>Visits feeds and stores nothing.</summary>
    public required FeedChecker Checker { get; init; }

    /// <summary>The time.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The configuration.</summary>
    public Settings Settings { get; init; } = new();

    /// <summary>The network must not be touched.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Only results and errors are told.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Columns of the terminal that standard output goes to; null where it goes elsewhere.</summary>
    public int? OutputWidth { get; init; }

    /// <summary>Columns of the terminal that standard error goes to; null where it goes elsewhere.</summary>
    public int? ErrorWidth { get; init; }

    /// <summary>The error where the network would be needed and must not be touched.</summary>
    public static NewsException NeedsNetwork(string what) => new(NewsFault.Network, $"{what}, as the network is switched off (--offline).");

    /// <summary>The feeds that words name; all of them where there are no words.</summary>
    public async Task<IReadOnlyList<Feed>> ResolveAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
            return await Feeds.ListAsync(cancellationToken);
        var feeds = new List<Feed>();
        foreach (var name in names)
            feeds.Add(await Feeds.ResolveAsync(name, cancellationToken));
        return [.. feeds.DistinctBy(feed => feed.Id)];
    }
}

/// <summary>Makes the tools for a command line.</summary>
internal delegate Task<FeedTools> FeedToolsFor(ParseResult args, CancellationToken cancellationToken);
