using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Core.Storage;

/// <summary>
/// A story's texts as the database keeps them: the lengths of the summary and of the content in UTF-8, each as four bytes, little
/// end first and -1 for none; then both texts, one after the other, in Brotli (RFC 7932). Texts are most of a database, and packing
/// them costs less time than writing them would.
/// </summary>
internal static class PackedText
{
    private const int HeadSize = 8;
    private const int Quality = 1;
    private const int Window = 18;

    /// <summary>Much more than is kept of an entry: what claims more is damaged.</summary>
    private const long LongestText = 256L * 1024 * 1024;

    /// <summary>Packs the texts.</summary>
    public static byte[] Pack(StoryText text)
    {
        var (summary, content) = (text.Summary, text.Content);
        var plain = ArrayPool<byte>.Shared.Rent(
            Encoding.UTF8.GetMaxByteCount(summary?.Length ?? 0) + Encoding.UTF8.GetMaxByteCount(content?.Length ?? 0));
        var summaryLength = summary is null ? 0 : Encoding.UTF8.GetBytes(summary, plain);
        var contentLength = content is null ? 0 : Encoding.UTF8.GetBytes(content, plain.AsSpan(summaryLength));
        var length = summaryLength + contentLength;
        var packed = ArrayPool<byte>.Shared.Rent(HeadSize + BrotliEncoder.GetMaxCompressedLength(length));
        try
        {
            BinaryPrimitives.WriteInt32LittleEndian(packed, summary is null ? -1 : summaryLength);
            BinaryPrimitives.WriteInt32LittleEndian(packed.AsSpan(4), content is null ? -1 : contentLength);
            return BrotliEncoder.TryCompress(plain.AsSpan(0, length), packed.AsSpan(HeadSize), out var size, Quality, Window)
                ? packed.AsSpan(0, HeadSize + size).ToArray()
                : throw new InvalidOperationException("Brotli refused a buffer of the size that it had asked for.");
        }
        finally
        {
            BorrowedArrays.GiveBack(plain);
            BorrowedArrays.GiveBack(packed);
        }
    }

    /// <summary>The texts that were packed.</summary>
    /// <exception cref="InvalidDataException">They are damaged.</exception>
    public static StoryText Unpack(ReadOnlySpan<byte> packed)
    {
        if (packed.Length < HeadSize)
            throw new InvalidDataException("There is no text where one should be.");
        var summary = BinaryPrimitives.ReadInt32LittleEndian(packed);
        var content = BinaryPrimitives.ReadInt32LittleEndian(packed[4..]);
        var length = Math.Max(summary, 0L) + Math.Max(content, 0L);
        if (length > LongestText)
            throw new InvalidDataException("The text claims to be longer than any that is kept.");
        var plain = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            if (!BrotliDecoder.TryDecompress(packed[HeadSize..], plain.AsSpan(0, (int)length), out var size) || size != length)
                throw new InvalidDataException("The text is not as long as it claims to be.");
            var end = Math.Max(summary, 0);
            return new StoryText(
                summary < 0 ? null : Encoding.UTF8.GetString(plain, 0, end),
                content < 0 ? null : Encoding.UTF8.GetString(plain, end, content));
        }
        finally
        {
            BorrowedArrays.GiveBack(plain);
        }
    }
}
