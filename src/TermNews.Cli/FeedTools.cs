using TermNews.Core.Configuration;
using TermNews.Core.Feeds.Subscribing;

namespace TermNews.Cli;

/// <summary>
/// The services of the commands about feeds, created when a command runs, since its options name the database and the configuration.
/// </summary>
internal sealed class FeedTools
{
    /// <summary>Subscriptions.</summary>
    public required IFeedRepository Feeds { get; init; }

    /// <summary>Refreshes feeds.</summary>
    public required IRefresher Refresher { get; init; }

    /// <summary>The search index.</summary>
    public required ISearchIndex Index { get; init; }

    /// <summary>The clusters.</summary>
    public required IStoryClusters Clusters { get; init; }

    /// <summary>Starts another process that updates the index, without waiting for it; false if that is impossible.</summary>
    public Func<bool> IndexElsewhere { get; init; } = () => false;

    /// <summary>Finds feeds and subscribes.</summary>
    public required ISubscriber Subscriber { get; init; }

    /// <summary>Checks feeds without storing anything.</summary>
    public required FeedChecker Checker { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The configuration.</summary>
    public Settings Settings { get; init; } = new();

    /// <summary>The network must not be used.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Only results and errors are printed.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Columns of the terminal on standard output; null if that is redirected.</summary>
    public int? OutputWidth { get; init; }

    /// <summary>Columns of the terminal on standard error; null if that is redirected.</summary>
    public int? ErrorWidth { get; init; }

    /// <summary>The error of a command that needs the network while it is offline.</summary>
    public static NewsException NeedsNetwork(string what) => new(NewsFault.Network, $"{what}, as the network is switched off (--offline).");

    /// <summary>The feeds with the given names; all feeds without names.</summary>
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
