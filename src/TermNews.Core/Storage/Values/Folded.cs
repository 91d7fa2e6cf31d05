namespace TermNews.Core.Storage.Values;

/// <summary>Text folded for comparisons without case.</summary>
internal static class Folded
{
    /// <summary>The text trimmed, in NFC and in upper case.</summary>
    public static string Of(string text) => UnicodeForms.Nfc(text.Trim()).ToUpperInvariant();
}
