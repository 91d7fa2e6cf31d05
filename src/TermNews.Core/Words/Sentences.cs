namespace TermNews.Core.Words;

/// <summary>Words as they appear in a sentence.</summary>
public static class Sentences
{
    /// <summary>The words with a capital letter at the start; the words must not be empty.</summary>
    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
