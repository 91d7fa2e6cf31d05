using TermNews.Core.Storage.Values;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class TextBlockTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(null, "")]
    [InlineData("<p>kurz</p>", null)]
    [InlineData(null, "<p>短い</p>\0")]
    [InlineData("<p>Überschrift</p>", "<p>Überschrift und mehr \U0001F600</p>")]
    public void Texts_come_back_as_they_were(string? summary, string? content) =>
        Assert.Equal(new StoryText(summary, content), TextBlock.Unpack(TextBlock.Pack(new StoryText(summary, content)), 1, 0));

    [Fact]
    public void Each_story_of_a_block_has_its_own_texts()
    {
        StoryText[] texts = [new("<p>eins</p>", null), new(null, null), new("", "<p>三</p>"), new("<p>eins</p>", "<p>eins</p>")];

        var kept = TextBlock.Pack(texts);

        Assert.Equal(texts, Enumerable.Range(0, texts.Length).Select(place => TextBlock.Unpack(kept, texts.Length, place)));
        Assert.Throws<InvalidDataException>(() => TextBlock.Unpack(kept, texts.Length, texts.Length));
        Assert.Throws<InvalidDataException>(() => TextBlock.Unpack(kept, texts.Length, -1));
    }

    [Fact]
    public void A_long_text_is_kept_smaller()
    {
        var text = string.Concat(Enumerable.Range(0, 400).Select(number => $"<p>Überschrift {number} 新聞</p>"));

        var kept = TextBlock.Pack(new StoryText(text, text));

        Assert.True(kept.Length < text.Length);
        Assert.Equal(new StoryText(text, text), TextBlock.Unpack(kept, 1, 0));
    }

    [Fact]
    public void Every_damage_is_noticed_or_harmless()
    {
        var kept = TextBlock.Pack(new StoryText("<p>a summary</p>", string.Concat(Enumerable.Range(0, 99).Select(n => $"<p>{n}</p>"))));
        var noticed = 0;
        for (var at = 0; at < kept.Length; at++)
        {
            var damaged = (byte[])kept.Clone();
            damaged[at] ^= 0xFF;
            try
            {
                TextBlock.Unpack(damaged, 1, 0);
            }
            catch (InvalidDataException)
            {
                noticed++;
            }
        }

        Assert.InRange(noticed, kept.Length / 2, kept.Length);
        Assert.Throws<InvalidDataException>(() => TextBlock.Unpack([], 1, 0));
        Assert.Throws<InvalidDataException>(() => TextBlock.Unpack(kept.AsSpan(0, kept.Length - 1), 1, 0));
    }
}
