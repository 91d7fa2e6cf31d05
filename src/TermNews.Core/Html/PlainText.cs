namespace TermNews.Core.Html;

/// <summary>Extracts plain text from HTML.</summary>
public static class PlainText
{
    /// <summary>Characters of HTML that are read at most: as many as <see cref="SafeHtmlWriter"/> keeps.</summary>
    private const int LongestText = 4_000_000;

    /// <summary>How many times the wanted length is read at first, since markup and white space take part of it.</summary>
    private const int SourceForText = 4;

    /// <summary>The text of HTML: references decoded, white space collapsed, blocks separated by a space.</summary>
    public static string FromHtml(string html) =>
        NeedsReading(html) ? Read(html, LongestText, onlyKnown: false) : ForeignText.CleanLine(html);

    /// <summary>
    /// The beginning of the text of HTML; text beyond the length may be missing. Formulas, superscripts and subscripts are written as in an
    /// article (<c>(a+b)/2</c>, <c>x²</c>).
    /// </summary>
    /// <param name="html">The HTML text.</param>
    /// <param name="length">UTF-16 units that are guaranteed, unless the text is shorter.</param>
    public static string BeginningOf(string html, int length)
    {
        for (var read = length * SourceForText; read < html.Length; read *= SourceForText)
        {
            if (Read(html, read, onlyKnown: false, isShown: true) is { } beginning && beginning.Length >= length)
                return beginning;
        }
        return NeedsReading(html) ? Read(html, LongestText, onlyKnown: false, isShown: true) : ForeignText.CleanLine(html);
    }

    /// <summary>A title on one line. Only tags of HTML are removed, so that <c>List&lt;T&gt;</c> stays readable.</summary>
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
