using System.Text;
using TermNews.Core.Feeds.Parsing;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Feeds;

/// <summary>The simplest feed, so that fetching is tested without parsers: "feed", the title, and a line for each headline.</summary>
internal static class LineFeed
{
    public static FeedContent Read(ReadOnlyMemory<byte> content, string url, string? contentType)
    {
        var lines = Encoding.UTF8.GetString(content.Span).Split('\n');
        if (lines[0] != "feed")
            throw new NewsException(NewsFault.Network, "This is not a feed.");
        return new FeedContent(lines[1], null, null, [.. lines.Skip(2).Select(Story)]);
    }

    private static IncomingStory Story(string line) => new() { EntryGuid = line, Title = line, Text = new StoryText(null, null) };
}
