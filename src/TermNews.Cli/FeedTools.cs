using System.CommandLine;
using TermNews.Core;
using TermNews.Core.Configuration;
using TermNews.Core.Feeds.Subscribing;
using TermNews.Core.Stories;

namespace TermNews.Cli;

/// <summary>
/// The services of the commands about feeds, created when a command runs, because database and configuration are known only then.
/// </summary>
internal sealed record FeedTools
{
    /// <summary>Subscriptions.</summary>
    public required IFeedRepository Feeds { get; init; }

    /// <summary>Fetches feeds and stores their entries.</summary>
    public required IRefresher Refresher { get; init; }

    /// <summary>The full-text index.</summary>
    public required ISearchIndex Index { get; init; }

    /// <summary>The clusters.</summary>
    public required IStoryClusters Clusters { get; init; }

    /// <summary>Starts a process that updates the index, without waiting; false if it cannot be started.</summary>
    public Func<bool> IndexElsewhere { get; init; } = () => false;

    /// <summary>Finds feeds and subscribes.</summary>
    public required ISubscriber Subscriber { get; init; }

    /// <summary>Fetches feeds without storing anything.</summary>
    public required FeedChecker Checker { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The configuration.</summary>
    public Settings Settings { get; init; } = new();

    /// <summary>The network must not be used.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Only results and errors are printed.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>The width in cells of the terminal on standard output; null if there is none.</summary>
    public int? OutputWidth { get; init; }

    /// <summary>The width in cells of the terminal on standard error; null if there is none.</summary>
    public int? ErrorWidth { get; init; }

    /// <summary>The error for an operation that needs the network when offline.</summary>
    public static NewsException NeedsNetwork(string what) => new(NewsFault.Network, $"{what}, as the network is switched off (--offline).");

    /// <summary>The feeds that the words name; all feeds if there are no words.</summary>
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

/// <summary>Creates the services for a command line.</summary>
internal delegate Task<FeedTools> FeedToolsFor(ParseResult args, CancellationToken cancellationToken);
