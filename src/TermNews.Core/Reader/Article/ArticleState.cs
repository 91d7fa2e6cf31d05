using TermNews.Core.Articles;
using TermNews.Core.Articles.Layout;
using TermNews.Core.Reader.FrontPage;

namespace TermNews.Core.Reader.Article;

/// <summary>The kind of a target in an article.</summary>
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

/// <summary>A target: an element of an article that can be selected and followed.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Id">The id of a comment or story, the index of a file in its story from 0; else 0.</param>
/// <param name="Url">The address it leads to, or null.</param>
public sealed record ArticleTarget(ArticleTargetKind Kind, long Id, string? Url)
{
    /// <summary>Its first line on the page, from 0.</summary>
    public int Line { get; init; }

    /// <summary>The number of a link, from 1; 0 for other targets.</summary>
    public int Number { get; init; }
}

/// <summary>The page of a story: its lines for one width, and their targets.</summary>
/// <param name="Lines">The lines; <see cref="TextLine.Block"/> is the place that is remembered, 0 for the headline.</param>
/// <param name="Targets">The targets; <see cref="TextRun.Target"/> is an index into them.</param>
/// <param name="TextEnd">The line after the last of the text.</param>
/// <param name="CommentsLine">The line of the comments' heading.</param>
/// <param name="LinkCount">The number of links in the text.</param>
public sealed record ComposedArticle(
    IReadOnlyList<TextLine> Lines, IReadOnlyList<ArticleTarget> Targets, int TextEnd, int CommentsLine, int LinkCount)
{
    /// <summary>The line of each place that a link of the text leads to.</summary>
    public IReadOnlyDictionary<string, int> Places { get; init; } = new Dictionary<string, int>();

    /// <summary>The headings of the text.</summary>
    public IReadOnlyList<PlacedHeading> Headings { get; init; } = [];

    /// <summary>An empty page.</summary>
    public static ComposedArticle Empty { get; } = new([], [], 0, 0, 0);
}

/// <summary>The state of the article.</summary>
public sealed record ArticleState
{
    /// <summary>The story, or null before one was opened.</summary>
    public Story? Story { get; init; }

    /// <summary>Its text as blocks; null until it was read.</summary>
    public ArticleDocument? Document { get; init; }

    /// <summary>The text of the feed, while the full text of the page is shown; else null.</summary>
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

    /// <summary>The first line on the screen before a jump to another place of the text; -1 if there was no jump.</summary>
    public int JumpedFrom { get; init; } = -1;

    /// <summary>The selected target, or -1.</summary>
    public int SelectedTarget { get; init; } = -1;

    /// <summary>The digits typed so far to choose a link.</summary>
    public string Number { get; init; } = string.Empty;

    /// <summary>The search in the text; empty for none.</summary>
    public string Search { get; init; } = string.Empty;

    /// <summary>The text is being read.</summary>
    public bool IsLoading { get; init; }

    /// <summary>The reason of a failure, or null.</summary>
    public string? Error { get; init; }

    /// <summary>The selected target, or null.</summary>
    public ArticleTarget? Current => SelectedTarget >= 0 && SelectedTarget < Page.Targets.Count ? Page.Targets[SelectedTarget] : null;

    /// <summary>The last line of the page is on the screen.</summary>
    public bool IsAtEnd => Top + Height >= Page.Lines.Count;
}
