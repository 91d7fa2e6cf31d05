namespace TermNews.Core.Reader.Article;

/// <summary>Moving in an article, as pure functions from one state to the next: scrolling, selecting, jumping.</summary>
internal static class ArticleMoves
{
    /// <summary>The largest <see cref="ArticleState.Top"/>.</summary>
    public static int LastTop(ArticleState state) => Math.Max(0, state.Page.Lines.Count - state.Height);

    /// <summary>A line is the first on the screen.</summary>
    public static ArticleState At(ArticleState state, int line) =>
        state with { Top = Math.Clamp(line, 0, LastTop(state)), Number = string.Empty };

    /// <summary>A line is on the screen: where it was not, below its first third.</summary>
    public static ArticleState Reveal(ArticleState state, int line) =>
        line < state.Top || line >= state.Top + state.Height ? At(state, line - (state.Height / 3)) : state;

    /// <summary>A target is selected and on the screen.</summary>
    public static ArticleState Selecting(ArticleState state, int target) =>
        Reveal(state with { SelectedTarget = target, Number = string.Empty }, state.Page.Targets[target].Line);

    /// <summary>The next target (1) or the previous one (-1) is selected; the first time the first one on the screen.</summary>
    public static ArticleState SelectingNext(ArticleState state, int step)
    {
        var targets = state.Page.Targets;
        if (targets.Count == 0)
            return state;
        var inOrder = Enumerable.Range(0, targets.Count).OrderBy(target => targets[target].Line).ThenBy(target => target).ToList();
        var at = inOrder.IndexOf(state.SelectedTarget);
        if (at >= 0)
            return Selecting(state, inOrder[Math.Clamp(at + step, 0, inOrder.Count - 1)]);
        at = step > 0
            ? inOrder.FindIndex(target => targets[target].Line >= state.Top)
            : inOrder.FindLastIndex(target => targets[target].Line < state.Top + state.Height);
        return Selecting(state, inOrder[Math.Max(0, at)]);
    }

    /// <summary>A digit was typed: with those before it, it is a link's number. Null where there is no such link.</summary>
    public static ArticleState? Typing(ArticleState state, int digit)
    {
        var alone = digit.ToString(CultureInfo.InvariantCulture);
        var number = IsLink(state, state.Number + alone) ? state.Number + alone : alone;
        if (!IsLink(state, number))
            return null;
        var link = int.Parse(number, CultureInfo.InvariantCulture);
        return Selecting(state, state.Page.Targets.Index().First(target => target.Item.Number == link).Index) with { Number = number };
    }

    /// <summary>A place of the text (<c>#name</c>) is at the top; null where there is none of this name.</summary>
    public static ArticleState? JumpingTo(ArticleState state, string place) =>
        state.Page.Places.TryGetValue(place.TrimStart('#'), out var line)
        ? At(state, line) with { JumpedFrom = state.Top, SelectedTarget = -1 }
        : null;

    /// <summary>The jump is taken back, else nothing is selected or searched for any more.</summary>
    public static ArticleState Deselecting(ArticleState state) => state.JumpedFrom >= 0
        ? At(state, state.JumpedFrom) with { JumpedFrom = -1 }
        : state with { SelectedTarget = -1, Search = string.Empty, Number = string.Empty };

    /// <summary>A page takes the place of the one before; the paragraph, and the line in it, stay at the top.</summary>
    public static ArticleState WithPage(ArticleState state, ComposedArticle page, bool staysAtEnd)
    {
        var shown = state with { Page = page };
        if (staysAtEnd)
            return shown with { Top = LastTop(shown) };
        var before = state.Page;
        var block = state.Top < before.Lines.Count ? before.Lines[state.Top].Block : 0;
        var offset = state.Top - LineOf(before, block);
        var top = state.Top == 0 ? 0 : LineOf(page, block);
        while (offset-- > 0 && top + 1 < page.Lines.Count && page.Lines[top + 1].Block == block)
            top++;
        return shown with { Top = Math.Clamp(top, 0, LastTop(shown)) };
    }

    /// <summary>The first line of a remembered place; 0 where it is not found.</summary>
    public static int LineOf(ComposedArticle page, int place)
    {
        if (place <= 0)
            return 0;
        for (var line = 0; line < page.Lines.Count; line++)
        {
            if (page.Lines[line].Block >= place && page.Lines[line].Runs.Count > 0)
                return line;
        }
        return 0;
    }

    private static bool IsLink(ArticleState state, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var link) && link >= 1 && link <= state.Page.LinkCount;

    /// <summary>The lists below the article in their places; without any the state stays as it is.</summary>
    public static ArticleState WithLists(ArticleState state, ArticleLists.Below? below) => below is null
        ? state
        : state with { Related = below.Related, Popular = below.Popular, MustRead = below.MustRead };
}
