using TermNews.Core.Feeds.Fetching;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>Reads a document that is not held in memory, entry by entry: a feed of 100 MB takes no more memory than one of 10 MB.</summary>
internal sealed class LongFeed : IDisposable
{
    // A part is stored in one batch: as many stories as one transaction has, and about the text of a usual feed.
    private const int MostStories = 200;
    private const int MostCharacters = 150_000;

    private readonly DocumentText _text;
    private readonly XmlFeedParser _parser;

    private LongFeed(ByteBuffer buffer, FetchResult result)
    {
        _text = DocumentEncoding.ReadLong(buffer, result.ContentType, []);
        _parser = XmlFeedParser.Open(_text, result.Url);
    }

    /// <summary>The content of the feed as far as it was read, without stories.</summary>
    public FeedContent Content => FeedDocuments.ContentOf(_parser.ToFeed([]));

    /// <summary>Opens a document; null for JSON, which can only be read whole.</summary>
    public static LongFeed? TryOpen(ByteBuffer buffer, FetchResult result)
    {
        var start = buffer.Content.Span.TrimStart(" \t\r\n\uFEFF"u8);
        return start is [(byte)'{' or (byte)'[', ..] ? null : new LongFeed(buffer, result);
    }

    /// <summary>The stories in parts.</summary>
    /// <exception cref="NewsException">The document is no feed.</exception>
    public IEnumerable<IReadOnlyList<IncomingStory>> ReadParts()
    {
        List<IncomingStory> part = [];
        var characters = 0;
        foreach (var entry in _parser.ReadEntries())
        {
            var story = entry.ToIncomingStory();
            part.Add(story);
            characters += (story.Text.Summary?.Length ?? 0) + (story.Text.Content?.Length ?? 0);
            if (part.Count < MostStories && characters < MostCharacters)
                continue;
            yield return part;
            (part, characters) = ([], 0);
        }
        if (part.Count > 0)
            yield return part;
    }

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();
}
