namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// Addresses of programs that write a feed, with newsboat's syntax: <c>exec:~/bin/make-feed "two words"</c>. Spaces separate words, quotes
/// and backslashes protect spaces, <c>~/</c> is the home folder. There is no other syntax, and no shell is involved.
/// </summary>
public static class ProgramAddress
{
    private const string Scheme = "exec:";

    /// <summary>Characters of an address at most; far above any command line that a person writes.</summary>
    private const int Longest = 8192;

    /// <summary>Whether an address names a program.</summary>
    public static bool IsProgram(string address) => address.AsSpan().TrimStart().StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>The address in the form that is stored; null without a program or with an unclosed quotation.</summary>
    public static string? Normalise(string address)
    {
        var line = ForeignText.CleanLines(address.Trim()).Replace('\n', ' ').Replace('\t', ' ');
        if (!IsProgram(line) || line.Length > Longest)
            return null;
        var normal = Scheme + line[Scheme.Length..].Trim();
        return WordsOf(normal) is { Length: > 0 } ? normal : null;
    }

    /// <summary>The program and its arguments; null for an unclosed quotation.</summary>
    public static string[]? WordsOf(string address)
    {
        var text = address.TrimStart()[Scheme.Length..];
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == ' ')
                at++;
            else if (TakeWord(text, ref at) is { } word)
                words.Add(word);
            else
                return null;
        }
        return [.. words];
    }

    private static string? TakeWord(string text, ref int at)
    {
        var word = new StringBuilder();
        if (text.AsSpan(at).StartsWith("~/", StringComparison.Ordinal))
        {
            word.Append(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));
            at++;
        }
        var quote = '\0';
        for (; at < text.Length && (quote != '\0' || text[at] != ' '); at++)
        {
            var c = text[at];
            if (c == '\\' && quote != '\'' && at + 1 < text.Length)
                word.Append(text[++at]);
            else if (c == quote)
                quote = '\0';
            else if (quote == '\0' && c is '"' or '\'')
                quote = c;
            else
                word.Append(c);
        }
        return quote == '\0' ? word.ToString() : null;
    }
}
