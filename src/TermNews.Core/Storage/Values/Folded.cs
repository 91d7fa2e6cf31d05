using TermNews.Core.Text;

namespace TermNews.Core.Storage.Values;

/// <summary>Text as it is compared where case does not matter.</summary>
internal static class Folded
{
    /// <summary>Folds a text.</summary>
    public static string Of(string text) => UnicodeForms.Nfc(text.Trim()).ToUpperInvariant();
}
