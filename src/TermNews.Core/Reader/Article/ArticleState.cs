using TermNews.Core.Articles;
using TermNews.Core.Articles.Layout;
using TermNews.Core.Reader.FrontPage;

namespace TermNews.Core.Reader.Article;

/// <summary>What a selectable thing in an article is.</summary>
public enum ArticleTargetKind
{
    /// <summary>A link of the text.</summary>
    Link,

    /// <summary>A link to another place of the text.</summary>
    Place,

    /// <summary>A file that belongs to the story.</summary>
    Enclosure,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>Another story.</summary>
    Story,

    /// <summary>Share: copy the link.</summary>
    ShareCopy,

    /// <summary>Share: open in the browser.</summary>
    ShareOpen,

    /// <summary>Share: send by mail.</summary>
    ShareMail,
}

/// <summary>Something in an article that can be selected and followed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The comment's or story's id, an enclosure's place in its story, counted from 0; else 0.</param>
/// <param name="Url">Where it leads, or null.</param>
public sealed record ArticleTarget(ArticleTargetKind Kind, long Id, string? Url)
{
    /// <summary>The first line it stands on.</summary>
    public int Line { get; init; }

    /// <summary>The number of a link, counted from 1; 0 for anything else.</summary>
    public int Number { get; init; }
}

/// <summary>A page made of a story: its lines for one width and what can be selected in them.</summary>
/// <param name="Lines">From top to bottom; <see cref="TextLine.Block"/> is the place that is remembered, 0 for the headline.</param>
/// <param name="Targets"><see cref="TextRun.Target"/> is an index into it.</param>
/// <param name="TextEnd">The line after the last of the text.</param>
/// <param name="CommentsLine">The line of the comments' heading.</param>
/// <param name="LinkCount">How many links the text has.</param>
public sealed record ComposedArticle(
    IReadOnlyList<TextLine> Lines, IReadOnlyList<ArticleTarget> Targets, int TextEnd, int CommentsLine, int LinkCount)
{
    /// <summary>The line of each place that a link of the text leads to.</summary>
    public IReadOnlyDictionary<string, int> Places { get; init; } = new Dictionary<string, int>();

    /// <summary>The headings of the text.</summary>
    public IReadOnlyList<PlacedHeading> Headings { get; init; } = [];

    /// <summary>A page without anything.</summary>
    public static ComposedArticle Empty { get; } = new([], [], 0, 0, 0);
}

/// <summary>What the article view shows.</summary>
public sealed record ArticleState
{
    /// <summary>The story, or null before one was opened.</summary>
    public Story? Story { get; init; }

    /// <summary>Its text as blocks; null until it was read.</summary>
    public ArticleDocument? Document { get; init; }

    /// <summary>What the feed gives, while the full text of the page is shown; else null.</summary>
    public ArticleDocument? FeedDocument { get; init; }

    /// <summary>The full text of the page is shown.</summary>
    public bool IsFull => FeedDocument is not null;

    /// <summary>The comments, oldest first.</summary>
    public IReadOnlyList<Comment> Comments { get; init; } = [];

    /// <summary>You may also like.</summary>
    public IReadOnlyList<StoryLine> Related { get; init; } = [];

    /// <summary>Popular now.</summary>
    public IReadOnlyList<StoryLine> Popular { get; init; } = [];

    /// <summary>Must-reads.</summary>
    public IReadOnlyList<StoryLine> MustRead { get; init; } = [];

    /// <summary>The whole page.</summary>
    public ComposedArticle Page { get; init; } = ComposedArticle.Empty;

    /// <summary>Columns of the area.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Rows of the area.</summary>
    public int Height { get; init; } = 22;

    /// <summary>The first line on the screen.</summary>
    public int Top { get; init; }

    /// <summary>Where the reader was before a jump to another place of the text; -1 where there was none.</summary>
    public int JumpedFrom { get; init; } = -1;

    /// <summary>The selected target, or -1.</summary>
    public int SelectedTarget { get; init; } = -1;

    /// <summary>Digits typed so far to choose a link.</summary>
    public string Number { get; init; } = string.Empty;

    /// <summary>What is searched for in the text; empty for nothing.</summary>
    public string Search { get; init; } = string.Empty;

    /// <summary>The text is on its way.</summary>
    public bool IsLoading { get; init; }

    /// <summary>What went wrong, or null.</summary>
    public string? Error { get; init; }

    /// <summary>The selected target, or null.</summary>
    public ArticleTarget? Current => SelectedTarget >= 0 && SelectedTarget < Page.Targets.Count ? Page.Targets[SelectedTarget] : null;

    /// <summary>The last line of the page is on the screen.</summary>
    public bool IsAtEnd => Top + Height >= Page.Lines.Count;
}
