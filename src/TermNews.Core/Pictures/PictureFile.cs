using SkiaSharp;

namespace TermNews.Core.Pictures;

/// <summary>Decodes JPEG, PNG, GIF (the first frame) and WebP, and encodes thumbnails.</summary>
public static class PictureFile
{
    /// <summary>The width in pixels to which larger pictures are scaled down, by choice: 80 columns of 10 pixels.</summary>
    public const int MostWidth = 800;

    /// <summary>The height in pixels to which larger pictures are scaled down, by choice: 20 rows of 30 pixels.</summary>
    public const int MostHeight = 600;

    /// <summary>Quality of WebP, 0 to 100, by choice: slightly above libwebp's default of 75.</summary>
    private const int KeptQuality = 80;

    /// <summary>Pixels that are decoded at most: 24 megapixels, which take 96 MB at four bytes each.</summary>
    private const long MostPixels = 24_000_000;

    /// <summary>Decodes a file and scales it down.</summary>
    /// <exception cref="NewsException">
    /// <see cref="NewsFault.Unreadable"/>: the file has another format, is damaged, or too large.
    /// </exception>
    public static Picture Read(ReadOnlySpan<byte> file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data) ?? throw Unreadable("What was sent is no picture: neither JPEG, PNG, GIF nor WebP.");
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
            throw Unreadable(string.Create(
                CultureInfo.InvariantCulture, $"The picture is too large ({codec.Info.Width} × {codec.Info.Height} pixels)."));
        var scale = Math.Min(1f, Math.Min((float)MostWidth / codec.Info.Width, (float)MostHeight / codec.Info.Height));
        var near = codec.GetScaledDimensions(scale);
        using var bitmap = new SKBitmap(InfoOf(near.Width, near.Height));
        // A truncated file shows as much as it has.
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput))
            throw Unreadable("The picture is damaged.");
        using var small = Shrink(bitmap, Math.Max(1, (int)(codec.Info.Width * scale)), Math.Max(1, (int)(codec.Info.Height * scale)));
        return new Picture(small.Width, small.Height, small.GetPixelSpan().ToArray());
    }

    /// <summary>Encodes a picture as WebP, for the cache.</summary>
    public static byte[] ToKept(Picture picture) => Write(picture, SKEncodedImageFormat.Webp, KeptQuality);

    /// <summary>Encodes a picture as PNG.</summary>
    public static byte[] ToPng(Picture picture) => Write(picture, SKEncodedImageFormat.Png, 100);

    /// <summary>Scales a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="width">Pixels, 1 or more.</param>
    /// <param name="height">Pixels, 1 or more.</param>
    public static Picture Resize(Picture picture, int width, int height)
    {
        if (picture.Width == width && picture.Height == height)
            return picture;
        using var bitmap = BitmapOf(picture);
        using var resized = Shrink(bitmap, width, height);
        return new Picture(width, height, resized.GetPixelSpan().ToArray());
    }

    private static SKImageInfo InfoOf(int width, int height) => new(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul);

    private static SKBitmap Shrink(SKBitmap bitmap, int width, int height) =>
        bitmap.Resize(InfoOf(width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear))
            ?? throw Unreadable("The picture is damaged.");

    private static SKBitmap BitmapOf(Picture picture)
    {
        var bitmap = new SKBitmap(InfoOf(picture.Width, picture.Height));
        picture.Pixels.CopyTo(bitmap.GetPixelSpan());
        return bitmap;
    }

    private static byte[] Write(Picture picture, SKEncodedImageFormat format, int quality)
    {
        using var bitmap = BitmapOf(picture);
        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    private static NewsException Unreadable(string sentence) => new(NewsFault.Unreadable, sentence);
}
