using System.Text;

namespace TermNews.Core.Storage;

/// <summary>Text as it is compared where case does not matter.</summary>
internal static class Folded
{
    /// <summary>Folds a text.</summary>
    public static string Of(string text) => text.Trim().Normalize(NormalizationForm.FormC).ToUpperInvariant();
}
