using TermNews.Core.Articles.Layout;
using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;

namespace TermNews.Tui.Views;

/// <summary>The rows over a page: menus, notes, the details of a question, the heading of the comment box.</summary>
internal static class OverRows
{
    /// <summary>The rows, with a rule above; none without a menu or details.</summary>
    public static IReadOnlyList<TextLine> Of(ReaderState state, int width)
    {
        if (state.Menu is { } menu)
            return [Rule(menu.Title, menu.Hint, width, TextStyle.Accent), .. menu.Items.SelectMany(item =>
                menu.Selected < 0 && item.Style == TextStyle.Plain ? Wrapped(item.Text, width) : Lines(item.Text, width, item.Style))];
        return state.Question is { Details.Count: > 0 } question
            ? [Rule(string.Empty, string.Empty, width, TextStyle.Plain), .. question.Details.SelectMany(detail => Lines(detail, width))]
            : [];
    }

    /// <summary>The selected row, or -1.</summary>
    public static int SelectedOf(ReaderState state) => state.Menu is { Selected: >= 0 } menu ? menu.Selected + 1 : -1;

    /// <summary>The rule above the comment box: title or refusal, and at the right the counter.</summary>
    public static TextLine CommentHeading(CommentBoxState box, int width)
    {
        var title = box.IsSending ? "Sending…" : box.Notice ?? box.Title;
        return Rule(title, box.Counter, width, box.Notice is null ? TextStyle.Accent : TextStyle.Warning);
    }

    private static TextLine Rule(string title, string right, int width, TextStyle style)
    {
        var end = right.Length == 0 ? string.Empty : $" {right} ";
        var start = TextWidth.Fit(title.Length == 0 ? "──" : $"── {title} ", Math.Max(0, width - TextWidth.Of(end)));
        var gap = Math.Max(0, width - TextWidth.Of(start) - TextWidth.Of(end));
        return new TextLine([new TextRun(start, style), new TextRun(new string('─', gap), TextStyle.Dim), new TextRun(end, style)]);
    }

    /// <summary>The lines of a note; continuation lines are indented.</summary>
    private static IEnumerable<TextLine> Wrapped(string text, int width)
    {
        const string indent = "    ";
        if (TextWidth.Of(text) <= width - 2)
            return Lines(text, width);
        var lead = text[..^text.TrimStart().Length];
        return TextWrap.Wrap(text.TrimStart(), Math.Max(1, width - 2 - lead.Length - indent.Length))
            .SelectMany((line, at) => Lines($"{lead}{(at == 0 ? "" : indent)}{line}", width));
    }

    private static IEnumerable<TextLine> Lines(string text, int width, TextStyle style = TextStyle.Plain) =>
        [new TextLine([new TextRun("  "), new TextRun(TextWidth.Fit(text, Math.Max(0, width - 2)), style)])];
}
