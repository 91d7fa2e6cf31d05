using SkiaSharp;
using TermNews.Core.Pictures;

namespace TermNews.Core.Tests.Pictures;

public sealed class PictureFileTests
{
    /// <summary>One white pixel (GIF89a).</summary>
    private const string Gif = "R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==";

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void A_file_is_read_with_its_colours(SKEncodedImageFormat format)
    {
        var picture = PictureFile.Read(FlagPicture.File(64, 32, format));

        Assert.Equal((64, 32), (picture.Width, picture.Height));
        AssertNear(0xFF0000, picture.MeanOf(4, 4, 28, 12));
        AssertNear(0x00FF00, picture.MeanOf(36, 4, 60, 12));
        AssertNear(0x0000FF, picture.MeanOf(4, 20, 28, 28));
        if (format != SKEncodedImageFormat.Jpeg)
            Assert.Equal(-1, picture.MeanOf(36, 20, 60, 28));
    }

    [Fact]
    public void A_GIF_is_read() => Assert.Equal(0xFFFFFF, PictureFile.Read(Convert.FromBase64String(Gif)).MeanOf(0, 0, 1, 1));

    [Fact]
    public void A_large_picture_is_made_small_and_keeps_its_shape()
    {
        var picture = PictureFile.Read(FlagPicture.File(3000, 1000, SKEncodedImageFormat.Png));

        Assert.Equal((800, 266), (picture.Width, picture.Height));
        AssertNear(0xFF0000, picture.MeanOf(10, 10, 300, 100));
    }

    [Fact]
    public void What_is_kept_and_sent_is_the_same_picture()
    {
        var picture = FlagPicture.Of(40, 20);

        var (kept, png) = (PictureFile.Read(PictureFile.ToKept(picture)), PictureFile.Read(PictureFile.ToPng(picture)));

        Assert.Equal(picture.Pixels, png.Pixels);
        AssertNear(0x0000FF, kept.MeanOf(2, 12, 18, 18));
    }

    [Fact]
    public void A_file_that_was_cut_off_shows_what_there_is()
    {
        var file = FlagPicture.File(400, 400, SKEncodedImageFormat.Png);

        Assert.Equal(400, PictureFile.Read(file.AsSpan(0, file.Length - 40)).Width);
    }

    [Fact]
    public void What_is_no_picture_or_too_large_is_said()
    {
        Assert.Contains(
            "is no picture", Assert.Throws<NewsException>(() => PictureFile.Read("<html>"u8)).Message, StringComparison.Ordinal);
        Assert.Contains("is no picture", Assert.Throws<NewsException>(() => PictureFile.Read([])).Message, StringComparison.Ordinal);
        var huge = FlagPicture.File(16, 16, SKEncodedImageFormat.Png);
        (huge[16], huge[20]) = (0x7F, 0x7F);   // The header claims two thousand million columns and rows.

        Assert.Throws<NewsException>(() => PictureFile.Read(huge));
    }

    private static void AssertNear(int expected, int actual)
    {
        for (var shift = 0; shift <= 16; shift += 8)
            Assert.InRange((actual >> shift) & 0xFF, ((expected >> shift) & 0xFF) - 24, ((expected >> shift) & 0xFF) + 24);
    }
}
