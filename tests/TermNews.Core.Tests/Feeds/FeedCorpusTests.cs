using System.Text.Json;
using TermNews.Core.Feeds.Parsing;

namespace TermNews.Core.Tests.Feeds;

/// <summary>Feeds as sites published them, and documents made to do harm; beside the repository, where they are there at all.</summary>
public sealed class FeedCorpusTests
{
    [Fact]
    public void Feeds_of_real_sites_give_all_their_entries()
    {
        var folder = Find("real-feeds");
        var wrong = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "manifest.jsonl")))
        {
            using var feed = JsonDocument.Parse(line);
            var file = feed.RootElement.GetProperty("file").GetString()!;
            if (feed.RootElement.GetProperty("format").GetString() == "opml")
                continue;
            var count = FeedParser.Parse(File.ReadAllBytes(Path.Combine(folder, file)), null, null).Entries.Count;
            if (count < feed.RootElement.GetProperty("items_min").GetInt32()
                || count > feed.RootElement.GetProperty("items_max").GetInt32())
                wrong.Add($"{file}: {count}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_hostile_document_is_read_or_refused_with_a_sentence()
    {
        var refused = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Find("bad-input"), "files")))
        {
            try
            {
                _ = FeedParser.Parse(File.ReadAllBytes(file), null, null);
            }
            catch (NewsException ex)
            {
                refused.Add(ex.Message);
            }
        }

        Assert.NotEmpty(refused);
        Assert.All(refused, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Feeds_of_real_sites_read_the_same_through_a_window()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Find("real-feeds"), "files")).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            Assert.Equal(
                DocumentTextTests.Read(DocumentText.Of(text)), DocumentTextTests.Read(new DocumentText(new StringReader(text), 5000)));
        }
    }

    private static string Find(string corpus)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "corpora", corpus);
            if (File.Exists(Path.Combine(folder, "manifest.jsonl")))
                return folder;
        }
        Assert.Skip($"The corpus {corpus} is not beside the repository.");
        return "";
    }
}
