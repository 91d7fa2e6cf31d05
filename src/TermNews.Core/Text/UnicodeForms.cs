using System.Runtime.CompilerServices;
using ADRaffy.ENSNormalize;

namespace TermNews.Core.Text;

/// <summary>
/// The canonical normalization forms (UAX #15). The program runs without ICU, so that it needs none on the machine and starts at once;
/// <c>string.Normalize</c> does nothing then.
/// </summary>
public static class UnicodeForms
{
    // Only ENS names are prepared where the library is entered by its front door, which takes 0.2 s and 15 MB.
    private static readonly Lazy<NF> Forms = new(() => new NF(new Decoder(Tables(null))));

    /// <summary>Canonically composed (NFC); lone surrogates stay.</summary>
    public static string Nfc(string text) => text.AsSpan().ContainsAnyExceptInRange('\0', '\u02FF') ? Forms.Value.NFC(text) : text;

    /// <summary>Canonically decomposed (NFD); lone surrogates stay.</summary>
    public static string Nfd(string text) => text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F') ? Forms.Value.NFD(text) : text;

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "NF")]
    private static extern ref uint[] Tables([UnsafeAccessorType("ADRaffy.ENSNormalize.Blobs, ADRaffy.ENSNormalize")] object? type);
}
