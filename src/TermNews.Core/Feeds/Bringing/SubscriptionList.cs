using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Parsing;
using TermNews.Core.Html;
using TermNews.Core.Stories;

namespace TermNews.Core.Feeds.Bringing;

/// <summary>A line or an outline that is no subscription.</summary>
/// <param name="Text">What it says, on one line.</param>
/// <param name="Reason">Why it was left out, as a sentence.</param>
public sealed record SkippedSubscription(string Text, string Reason)
{
    /// <summary>The title that was given with it, or null.</summary>
    public string? Title { get; init; }

    /// <summary>True where the file lists it as a feed, though one that cannot be followed.</summary>
    public bool IsListed { get; init; }
}

/// <summary>Subscriptions from another program: OPML, a newsboat <c>urls</c> file, or one address a line.</summary>
public sealed record SubscriptionList
{
    /// <summary>The list's own title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The subscriptions in the order of the file, each address once.</summary>
    public IReadOnlyList<NewSubscription> Subscriptions { get; init; } = [];

    /// <summary>What was left out.</summary>
    public IReadOnlyList<SkippedSubscription> Skipped { get; init; } = [];

    /// <summary>Reads a file; what it is is told by its content.</summary>
    /// <exception cref="NewsException">It lists no subscriptions.</exception>
    public static SubscriptionList Read(ReadOnlyMemory<byte> file)
    {
        var text = DocumentEncoding.Decode(GzipDocument.Inflate(file), null, []);
        var start = FeedSniffer.FindStart(text);
        if (start == text.Length)
            throw new NewsException(NewsFault.Unreadable, "The file is empty; OPML, a newsboat urls file or one address a line was expected.");
        return text[start] == '<' ? Opml.Read(text) : NewsboatUrls.Read(text);
    }
}

/// <summary>Collects subscriptions, each address once.</summary>
internal sealed class SubscriptionCollector
{
    private const int MostSubscriptions = 100_000;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<NewSubscription> _subscriptions = [];
    private readonly List<SkippedSubscription> _skipped = [];

    /// <summary>Takes a subscription in; one that was there before gives its folders to the first.</summary>
    public void Add(string address, string? title, string? site, IEnumerable<string> tags)
    {
        var url = ProgramAddress.IsProgram(address) ? ProgramAddress.Normalise(address) : SafeLinks.Resolve(StripFeedScheme(address), null);
        if (url is null)
        {
            _skipped.Add(new(Shorten(FeedText.Line(address) ?? ""), "This is no address that can be fetched.") { Title = title, IsListed = true });
            return;
        }
        if (_places.TryGetValue(url, out var place))
        {
            var known = _subscriptions[place];
            _subscriptions[place] = known with { Tags = [.. known.Tags.Union(tags)] };
            return;
        }
        if (_subscriptions.Count >= MostSubscriptions)
            return;
        _places.Add(url, _subscriptions.Count);
        _subscriptions.Add(new(url, title, [.. tags.Distinct()]) { SiteUrl = site });
    }

    /// <summary>Notes what is left out.</summary>
    public void Skip(string text, string reason) => _skipped.Add(new(Shorten(FeedText.Line(text) ?? ""), reason));

    /// <summary>All of it.</summary>
    public SubscriptionList ToList(string? title) => new() { Title = title, Subscriptions = _subscriptions, Skipped = _skipped };

    private static string StripFeedScheme(string address)
    {
        var trimmed = address.Trim();
        if (trimmed.StartsWith("feed://", StringComparison.OrdinalIgnoreCase))
            return string.Concat("http://", trimmed.AsSpan(7));
        return trimmed.StartsWith("feed:http", StringComparison.OrdinalIgnoreCase) ? trimmed[5..] : trimmed;
    }

    private static string Shorten(string text) => text.Length <= 200 ? text : string.Concat(text.AsSpan(0, 199), "…");
}
