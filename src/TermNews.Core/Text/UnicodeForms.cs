using System.Runtime.CompilerServices;
using ADRaffy.ENSNormalize;

namespace TermNews.Core.Text;

/// <summary>
/// The canonical normalization forms (UAX #15). The program runs without ICU, for a quick start and no dependency, and
/// <c>string.Normalize</c> does nothing then.
/// </summary>
public static class UnicodeForms
{
    // The library's main class also prepares ENS names, which takes 0.2 s and 15 MB; these parts do not.
    private static readonly Lazy<NF> Forms = new(() => new NF(new ADRaffy.ENSNormalize.Decoder(Tables(null))));

    /// <summary>Canonical composition (NFC); unpaired surrogates stay.</summary>
    public static string Nfc(string text) => text.AsSpan().ContainsAnyExceptInRange('\0', '\u02FF') ? Forms.Value.NFC(text) : text;

    /// <summary>Canonical decomposition (NFD); unpaired surrogates stay.</summary>
    public static string Nfd(string text) => text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F') ? Forms.Value.NFD(text) : text;

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "NF")]
    private static extern ref uint[] Tables([UnsafeAccessorType("ADRaffy.ENSNormalize.Blobs, ADRaffy.ENSNormalize")] object? type);
}
