using TermNews.Core.Storage;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class PackedTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(null, "")]
    [InlineData("<p>kurz</p>", null)]
    [InlineData(null, "<p>短い</p>\0")]
    [InlineData("<p>Überschrift</p>", "<p>Überschrift und mehr \U0001F600</p>")]
    public void Texts_come_back_as_they_were(string? summary, string? content) =>
        Assert.Equal(new StoryText(summary, content), PackedText.Unpack(PackedText.Pack(new StoryText(summary, content))));

    [Fact]
    public void A_long_text_is_kept_smaller()
    {
        var text = string.Concat(Enumerable.Range(0, 400).Select(number => $"<p>Überschrift {number} 新聞</p>"));

        var kept = PackedText.Pack(new StoryText(text, text));

        Assert.True(kept.Length < text.Length);
        Assert.Equal(new StoryText(text, text), PackedText.Unpack(kept));
    }

    [Fact]
    public void Every_damage_is_noticed_or_harmless()
    {
        var kept = PackedText.Pack(new StoryText("<p>a summary</p>", string.Concat(Enumerable.Range(0, 99).Select(n => $"<p>{n}</p>"))));
        var noticed = 0;
        for (var at = 0; at < kept.Length; at++)
        {
            var damaged = (byte[])kept.Clone();
            damaged[at] ^= 0xFF;
            try
            {
                PackedText.Unpack(damaged);
            }
            catch (InvalidDataException)
            {
                noticed++;
            }
        }

        Assert.InRange(noticed, kept.Length / 2, kept.Length);
        Assert.Throws<InvalidDataException>(() => PackedText.Unpack([]));
        Assert.Throws<InvalidDataException>(() => PackedText.Unpack(kept.AsSpan(0, kept.Length - 1)));
    }
}
