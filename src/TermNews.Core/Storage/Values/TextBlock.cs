using System.Buffers.Binary;
using System.IO.Compression;

namespace TermNews.Core.Storage.Values;

/// <summary>
/// The packed texts of a few stories: for each story the lengths of summary and content in UTF-8, as four bytes each, little-endian and
/// -1 for none; then all texts in sequence, compressed with Brotli (RFC 7932). Texts are most of a database: compressing them takes less
/// time than writing them would, and several texts of a feed compress to half the size of single ones.
/// </summary>
internal static class TextBlock
{
    private const int HeadSize = 8;
    private const int Quality = 0;
    private const int Window = 18;

    /// <summary>The largest block that is unpacked, in bytes. Fetches are limited to 128 MiB, so a larger one is damaged.</summary>
    private const long LongestText = 256L * 1024 * 1024;

    /// <summary>Packs the texts of stories.</summary>
    public static byte[] Pack(params IReadOnlyList<StoryText> texts)
    {
        var plain = ArrayPool<byte>.Shared.Rent(texts.Sum(text => MostBytes(text.Summary) + MostBytes(text.Content)));
        var packed = Array.Empty<byte>();
        try
        {
            Span<byte> head = stackalloc byte[HeadSize * texts.Count];
            var length = 0;
            for (var i = 0; i < texts.Count; i++)
            {
                length += Write(texts[i].Summary, plain.AsSpan(length), head[(i * HeadSize)..]);
                length += Write(texts[i].Content, plain.AsSpan(length), head[((i * HeadSize) + 4)..]);
            }
            packed = ArrayPool<byte>.Shared.Rent(head.Length + BrotliEncoder.GetMaxCompressedLength(length));
            head.CopyTo(packed);
            return BrotliEncoder.TryCompress(plain.AsSpan(0, length), packed.AsSpan(head.Length), out var size, Quality, Window)
                ? packed.AsSpan(0, head.Length + size).ToArray()
                : throw new InvalidOperationException("Brotli refused a buffer of the size that it had asked for.");
        }
        finally
        {
            BorrowedArrays.GiveBack(plain);
            BorrowedArrays.GiveBack(packed);
        }
    }

    /// <summary>Unpacks the texts of one story.</summary>
    /// <param name="packed">The block.</param>
    /// <param name="count">Of how many stories it holds the texts.</param>
    /// <param name="place">The place of the story in the block, from 0.</param>
    /// <exception cref="InvalidDataException">The block is damaged, or has no such story.</exception>
    public static StoryText Unpack(ReadOnlySpan<byte> packed, int count, int place) => place >= 0 && place < count
        ? Unpack(packed, count)[place]
        : throw new InvalidDataException("The text is not where it should be.");

    /// <summary>Unpacks the texts of all stories of a block.</summary>
    /// <param name="packed">The block.</param>
    /// <param name="count">Of how many stories it holds the texts.</param>
    /// <exception cref="InvalidDataException">The block is damaged.</exception>
    public static IReadOnlyList<StoryText> Unpack(ReadOnlySpan<byte> packed, int count)
    {
        if (count < 0 || packed.Length < (long)count * HeadSize)
            throw new InvalidDataException("There is no text where one should be.");
        var head = packed[..(count * HeadSize)];
        var length = 0L;
        for (var i = 0; i < 2 * count; i++)
            length += Math.Max(LengthAt(head, i), 0);
        if (length > LongestText)
            throw new InvalidDataException("The text claims to be longer than any that is kept.");
        var plain = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            if (!BrotliDecoder.TryDecompress(packed[head.Length..], plain.AsSpan(0, (int)length), out var size) || size != length)
                throw new InvalidDataException("The text is not as long as it claims to be.");
            var texts = new StoryText[count];
            var at = 0;
            for (var i = 0; i < count; i++)
                texts[i] = new StoryText(Read(plain, ref at, LengthAt(head, 2 * i)), Read(plain, ref at, LengthAt(head, (2 * i) + 1)));
            return texts;
        }
        finally
        {
            BorrowedArrays.GiveBack(plain);
        }
    }

    private static int MostBytes(string? text) => Encoding.UTF8.GetMaxByteCount(text?.Length ?? 0);

    private static int Write(string? text, Span<byte> plain, Span<byte> head)
    {
        var length = text is null ? -1 : Encoding.UTF8.GetBytes(text, plain);
        BinaryPrimitives.WriteInt32LittleEndian(head, length);
        return Math.Max(length, 0);
    }

    private static int LengthAt(ReadOnlySpan<byte> head, int index) => BinaryPrimitives.ReadInt32LittleEndian(head[(4 * index)..]);

    private static string? Read(byte[] plain, ref int at, int length)
    {
        if (length < 0)
            return null;
        at += length;
        return Encoding.UTF8.GetString(plain, at - length, length);
    }
}
