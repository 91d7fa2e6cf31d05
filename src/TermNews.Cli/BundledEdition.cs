using System.Reflection;
using TermNews.Core.Feeds.Parsing;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;

namespace TermNews.Cli;

/// <summary>The bundled sample edition for a first look, kept in memory only.</summary>
internal static class BundledEdition
{
    private const string Folder = "data/edition/";

    /// <summary>The age of the newest story after the dates are shifted.</summary>
    private static readonly TimeSpan NewestAge = TimeSpan.FromMinutes(4);

    /// <summary>Opens a database in memory with the edition, with its dates shifted to now.</summary>
    public static async Task<NewsDatabase> OpenAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        var feeds = Load();
        var now = clock.GetUtcNow();
        var newest = feeds.SelectMany(feed => feed.Entries).Max(entry => entry.PublishedAt) ?? now;
        var shift = now - NewestAge - newest;
        var database = await NewsDatabase.OpenMemoryAsync(clock, cancellationToken);
        var repository = new FeedRepository(database);
        List<NewSubscription> subscriptions =
            [.. feeds.Select(feed => new NewSubscription(UrlOf(feed), null, []) { SiteUrl = feed.SiteUrl })];
        var added = await repository.AddAsync(subscriptions, cancellationToken);
        await repository.StoreAsync([.. feeds.Zip(added, (feed, kept) => Update(feed, kept, shift, now))], cancellationToken);
        return database;
    }

    /// <summary>The list of well-known feeds that a first interactive start subscribes to (OPML).</summary>
    public static byte[] ReadStarters() => Read(typeof(FeedParser).Assembly, "data/starter.opml");

    private static List<ParsedFeed> Load()
    {
        var assembly = typeof(FeedParser).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => FeedParser.Parse(Read(assembly, name), null, null)),
        ];
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var resource = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    private static string UrlOf(ParsedFeed feed) => feed.SelfUrl ?? $"{feed.SiteUrl}feed.xml";

    private static FeedUpdate Update(ParsedFeed feed, Feed kept, TimeSpan shift, DateTimeOffset now) => new()
    {
        FeedId = kept.Id,
        FetchedAt = now,
        NextFetchAt = DateTimeOffset.MaxValue,   // The edition has no server.
        Title = feed.Title,
        SiteUrl = feed.SiteUrl,
        Stories = [.. feed.Entries.Select(entry => Shifted(entry, shift).ToIncomingStory())],
    };

    private static ParsedEntry Shifted(ParsedEntry entry, TimeSpan shift) =>
        entry with { PublishedAt = entry.PublishedAt + shift, UpdatedAt = entry.UpdatedAt + shift };
}
