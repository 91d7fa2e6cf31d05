namespace TermNews.Core.UseCases;

/// <summary>
/// Sentences that name keys. A template <c>{key:NAME}</c> has the name of a command of the full-screen reader; each reader puts its own
/// key or command there, so that no sentence names a key that was bound to something else.
/// </summary>
public static class KeyTemplates
{
    private const string Start = "{key:";

    /// <summary>The sentence with keys in place of the templates.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="keyOf">The key or word for a command name; null where it has none, which is shown as <c>?</c>.</param>
    public static string Resolve(string words, Func<string, string?> keyOf)
    {
        var at = words.IndexOf(Start, StringComparison.Ordinal);
        if (at < 0)
            return words;
        var resolved = new StringBuilder(words.Length);
        var done = 0;
        for (; at >= 0; at = words.IndexOf(Start, done, StringComparison.Ordinal))
        {
            var end = words.IndexOf('}', at);
            if (end < 0)
                break;
            resolved.Append(words, done, at - done).Append(keyOf(words[(at + Start.Length)..end]) ?? "?");
            done = end + 1;
        }
        return resolved.Append(words, done, words.Length - done).ToString();
    }
}
