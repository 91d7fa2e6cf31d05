using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Parsing;
using TermNews.Core.Html;

namespace TermNews.Core.Feeds.Bringing;

/// <summary>A line or outline that was skipped.</summary>
/// <param name="Text">Its text on one line.</param>
/// <param name="Reason">The reason as a sentence.</param>
public sealed record SkippedSubscription(string Text, string Reason)
{
    /// <summary>Its title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The file lists it as a feed, but it cannot be subscribed to.</summary>
    public bool IsListed { get; init; }
}

/// <summary>
/// The front door of bringing subscriptions from other programs: OPML, a newsboat <c>urls</c> file, or a list of addresses.
/// </summary>
public sealed class SubscriptionList
{
    /// <summary>The title of the list, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The subscriptions in the order of the file, without duplicates.</summary>
    public IReadOnlyList<NewSubscription> Subscriptions { get; init; } = [];

    /// <summary>The skipped lines and outlines.</summary>
    public IReadOnlyList<SkippedSubscription> Skipped { get; init; } = [];

    /// <summary>Reads a file and detects its format by its content.</summary>
    /// <exception cref="NewsException">The file has no subscriptions.</exception>
    /// <param name="file">The file.</param>
    /// <param name="withPrograms">
    /// <c>exec:</c> addresses are subscriptions: the list is the reader's own. From anybody else's they are skipped, as they would be run.
    /// </param>
    public static SubscriptionList Read(ReadOnlyMemory<byte> file, bool withPrograms = false)
    {
        var text = DocumentEncoding.Decode(GzipDocument.Inflate(file), null, []);
        var start = FeedSniffer.FindStart(text);
        if (start == text.Length)
            throw new NewsException(
                NewsFault.Unreadable, "The file is empty; OPML, a newsboat urls file or one address a line was expected.");
        return text[start] == '<' ? Opml.Read(text) : NewsboatUrls.Read(text, withPrograms);
    }
}

/// <summary>Collects subscriptions without duplicates.</summary>
internal sealed class SubscriptionCollector(bool withPrograms = false)
{
    /// <summary>Subscriptions of a file at most, by choice: a bound for hostile files.</summary>
    private const int MostSubscriptions = 100_000;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<NewSubscription> _subscriptions = [];
    private readonly List<SkippedSubscription> _skipped = [];

    /// <summary>Adds a subscription; a duplicate adds its tags to the first one.</summary>
    public void Add(string address, string? title, string? site, IEnumerable<string> tags)
    {
        if (ProgramAddress.IsProgram(address) && !withPrograms)
        {
            _skipped.Add(new(Shorten(FeedText.Line(address) ?? ""),
                "A list never brings a program; subscribe to it with: termnews feeds add")
            { Title = title, IsListed = true });
            return;
        }
        var url = ProgramAddress.IsProgram(address) ? ProgramAddress.Normalise(address) : SafeLinks.Resolve(StripFeedScheme(address), null);
        if (url is null)
        {
            _skipped.Add(
                new(Shorten(FeedText.Line(address) ?? ""), "This is no address that can be fetched.") { Title = title, IsListed = true });
            return;
        }
        if (ShownAddress.IsMasked(url))
        {
            _skipped.Add(new(Shorten(url),
                "Its password is masked; export with: termnews export-opml --with-passwords, or subscribe with: termnews feeds add")
            { Title = title, IsListed = true });
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

    /// <summary>Notes a skipped line or outline.</summary>
    public void Skip(string text, string reason) => _skipped.Add(new(Shorten(FeedText.Line(text) ?? ""), reason));

    /// <summary>The collected list.</summary>
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
