using TermNews.Core.Text;

namespace TermNews.Core.Html;

/// <summary>The words of HTML without its markup.</summary>
public static class PlainText
{
    private const int LongestText = 4_000_000;

    /// <summary>White space folds: that many times of a text are read at first.</summary>
    private const int SourceForText = 4;

    /// <summary>The words of an HTML text: references decoded, white space folded, blocks kept apart by a space.</summary>
    public static string FromHtml(string html) =>
        NeedsReading(html) ? Read(html, LongestText, onlyKnown: false) : ForeignText.CleanLine(html);

    /// <summary>
    /// The beginning of an HTML text to be shown: what follows the first so many characters may be missing. Formulas and raised or lowered
    /// numbers are written as in an article (<c>(a+b)/2</c>, <c>x²</c>).
    /// </summary>
    /// <param name="html">The HTML text.</param>
    /// <param name="length">Characters (UTF-16 code units) that are there in any case, unless the text has less.</param>
    public static string BeginningOf(string html, int length)
    {
        for (var read = length * SourceForText; read < html.Length; read *= SourceForText)
        {
            if (Read(html, read, onlyKnown: false, isShown: true) is { } beginning && beginning.Length >= length)
                return beginning;
        }
        return NeedsReading(html) ? Read(html, LongestText, onlyKnown: false, isShown: true) : ForeignText.CleanLine(html);
    }

    /// <summary>A title on one line. Only tags that HTML knows are taken out, so <c>List&lt;T&gt;</c> stays readable.</summary>
    public static string FromTitle(string title) =>
        NeedsReading(title) ? Read(title, LongestText, onlyKnown: true) : ForeignText.CleanLine(title);

    private static bool NeedsReading(string text) => text.AsSpan().IndexOfAny('<', '&') >= 0;

    private static string Read(string html, int longest, bool onlyKnown, bool isShown = false)
    {
        using var text = new TextBuffer(Math.Min(html.Length, longest));
        var shifts = isShown ? new ShiftedNumbers(text) : null;
        var tokens = new HtmlTokenizer(html);
        while (text.Length < longest && tokens.Read())
        {
            if (tokens.Token == HtmlToken.Text)
            {
                HtmlEntities.Append(text, tokens.Text, null);
                continue;
            }
            var role = HtmlElements.RoleOf(tokens.Name);
            if (role == HtmlRole.Unknown && onlyKnown)
                text.Append(tokens.Source);
            else if (role == HtmlRole.Dropped && tokens.Token == HtmlToken.Start)
                tokens.SkipRawText(tokens.Name);
            else if (role == HtmlRole.Inline && shifts is not null)
                shifts.Take(ref tokens);
            else if (role is HtmlRole.Block or HtmlRole.Void or HtmlRole.Cell or HtmlRole.Unwrapped)
                text.Append(' ');
        }
        return ForeignText.CleanLine(text.Span);
    }
}
