namespace TermNews.Core.Reader.Article;

/// <summary>The place in an article, for the status row.</summary>
internal static class ArticleFooter
{
    /// <summary>"73% · 1 min left · 12 links · ✎3".</summary>
    public static string Of(ArticleState state, bool isAscii)
    {
        if (state.Document is not { } document)
            return string.Empty;
        var part = Math.Clamp((double)(state.Top + state.Height) / Math.Max(1, state.Page.TextEnd), 0, 1);
        var minutes = (int)Math.Ceiling(document.Minutes * (1 - part));
        IEnumerable<string?> parts =
        [
            state.Number.Length > 0 ? $"[{state.Number}]" : null,
            string.Create(CultureInfo.InvariantCulture, $"{(int)(part * 100)}%"),
            minutes == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{minutes} min left"),
            state.Page.LinkCount == 0 ? null : Plural.Of(state.Page.LinkCount, "link"),
            state.Comments.Count == 0 ? null
                : string.Create(CultureInfo.InvariantCulture, $"{(isAscii ? "c" : "✎")}{state.Comments.Count}"),
        ];
        return string.Join(isAscii ? " - " : " · ", parts.OfType<string>());
    }
}
