using TermNews.Core.Stories;
using TermNews.Core.Tests;

namespace TermNews.Tui.Tests.Plain;

public sealed class PlainMuteTests : PlainReaderTest
{
    private void HaveNews() => Stories.All.AddRange(
    [
        A.Story(1, "Ministers debate the election", author: "Jane Doe", feed: "Wire", categories: ["Politics"], at: A.Noon.AddMinutes(-1)),
        A.Story(2, "A storm is near", at: A.Noon.AddMinutes(-2)),
    ]);

    [Fact]
    public async Task A_word_is_muted_for_a_while_shown_and_unmuted()
    {
        HaveNews();

        var lines = await TypeAsync("mute word the election 30d", "latest", "muted", "unmute word the election", "latest");

        Assert.Equal(
        [
            "1 story muted until 13 Apr; undo takes it back.",
            "Latest: 1 unread, 1 muted", "1. A storm is near; unread; A feed, 2 min ago",
            "the word 'the election' until 13 Apr: 1 story",
            "Muted: 1 story", "1. Ministers debate the election; unread, muted; Wire, 1 min ago",
            "The word 'the election' is no longer muted, 1 story shown again; undo mutes it again.",
            "Latest: 2 unread", "1. Ministers debate the election; unread; Wire, 1 min ago",
            "2. A storm is near; unread; A feed, 2 min ago", "",
        ], lines);
    }

    [Theory]
    [InlineData("mute author", MuteKind.Author, "Jane Doe")]
    [InlineData("m feed", MuteKind.Feed, "Wire")]
    [InlineData("mute category", MuteKind.Category, "Politics")]
    [InlineData("mute word 4x", MuteKind.Word, "4x")]
    public async Task What_the_open_story_has_is_muted_for_ever(string line, MuteKind kind, string text)
    {
        HaveNews();

        await TypeAsync("1", line);

        Assert.Equal((kind, text, null), (Assert.Single(Mutes.All).Kind, Mutes.All[0].Text, Mutes.All[0].Until));
    }

    [Fact]
    public async Task A_span_may_be_of_minutes_as_elsewhere()
    {
        HaveNews();

        await TypeAsync("mute word storm 90m");

        Assert.Equal(("storm", A.Noon.AddMinutes(90)), (Assert.Single(Mutes.All).Text, Mutes.All[0].Until));
    }

    [Fact]
    public async Task Undo_brings_the_list_back()
    {
        HaveNews();

        var lines = await TypeAsync("mute word storm", "undo", "list");

        Assert.Contains("2. A storm is near; unread; A feed, 2 min ago", lines);
        Assert.Empty(Mutes.All);
    }

    [Theory]
    [InlineData("mute", "Say what: word, author, feed, category.")]
    [InlineData("mute word", "Say which: mute word TEXT")]
    [InlineData("unmute word calm", "The word 'calm' is not muted; muted lists what is.")]
    public async Task What_is_missing_is_said(string line, string sentence)
    {
        HaveNews();

        await TypeAsync(line);

        Assert.True(HasFailed);
        Assert.Contains(sentence, Error, StringComparison.Ordinal);
    }
}
