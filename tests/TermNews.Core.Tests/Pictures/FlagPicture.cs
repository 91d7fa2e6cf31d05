using SkiaSharp;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Pictures;

/// <summary>A picture of four fields: red and green above, blue and nothing below.</summary>
internal static class FlagPicture
{
    /// <summary>As pixels.</summary>
    public static Picture Of(int width, int height)
    {
        var pixels = new byte[width * height * Picture.PixelSize];
        for (var at = 0; at < width * height; at++)
        {
            var (isRight, isBelow) = (at % width >= width / 2, at / width >= height / 2);
            byte[] pixel = (isRight, isBelow) switch
            {
                (false, false) => [255, 0, 0, 255],
                (true, false) => [0, 255, 0, 255],
                (false, true) => [0, 0, 255, 255],
                (true, true) => [0, 0, 0, 0],
            };
            pixel.CopyTo(pixels, at * Picture.PixelSize);
        }
        return new Picture(width, height, pixels);
    }

    /// <summary>As a file.</summary>
    public static byte[] File(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        Of(width, height).Pixels.CopyTo(bitmap.GetPixelSpan());
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }
}
