using TermNews.Core.Articles.Layout;
using TermNews.Core.Conversation;
using TermNews.Core.Pictures;
using TermNews.Core.Reader.FrontPage;

namespace TermNews.Core.Reader.Article;

/// <summary>Puts a story's page together: headline, byline, text, links, comments, the three lists of five, share.</summary>
internal sealed class ArticleComposer
{
    private readonly List<TextLine> _lines = [];
    private readonly List<ArticleTarget> _targets = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly int _width;
    private readonly LayoutOptions _layout;
    private readonly LineOptions _options;
    private readonly TimeZoneInfo _zone;
    private IReadOnlyList<PlacedHeading> _headings = [];
    private int _block;

    private ArticleComposer(int width, LineOptions options, TimeZoneInfo zone, int lineSpacing, PictureShelf? pictures)
    {
        (_width, _options, _zone) = (width, options, zone);
        _layout = new LayoutOptions { Ascii = options.Ascii, LineSpacing = lineSpacing, Pictures = pictures };
    }

    /// <summary>The page of a state for a width of text.</summary>
    public static ComposedArticle Compose(
        ArticleState state, int width, LineOptions options, TimeZoneInfo zone, int lineSpacing = 0, PictureShelf? pictures = null)
    {
        if (state.Story is not { } story)
            return ComposedArticle.Empty;
        var composer = new ArticleComposer(width, options, zone, lineSpacing, pictures);
        composer.AddHead(story, state.Document?.Minutes ?? 0);
        var links = composer.AddText(state);
        var textEnd = composer._lines.Count;
        composer.AddLinks(links);
        composer.AddEnclosures(story.Enclosures);
        var commentsLine = composer._lines.Count;
        composer.AddComments(state.Comments);
        composer.AddStories("You may also like", state.Related);
        composer.AddStories("Popular now", state.Popular);
        composer.AddStories("Must-reads", state.MustRead);
        composer.AddShare(story);
        return new ComposedArticle(composer._lines, composer.PlacedTargets(), textEnd, commentsLine, links.Count(link => link.Number > 0))
        {
            Places = composer._places,
            Headings = composer._headings,
        };
    }

    private void AddHead(Story story, int minutes)
    {
        var headline = story.Headline;
        var isToTheRight = TextDirection.IsRightToLeft(headline);
        foreach (var line in TextWrap.Wrap(headline, _width))
        {
            var left = isToTheRight ? _width - TextWidth.Of(line) : 0;
            Add([new TextRun(new string(' ', left)), new TextRun(line, TextStyle.Bold) { IsRightToLeft = isToTheRight }]);
        }
        foreach (var line in TextWrap.Wrap(Byline(story, minutes), _width))
            Add([new TextRun(line, TextStyle.Dim)]);
        AddBlank();
    }

    private string Byline(Story story, int minutes)
    {
        var author = story.AuthorEmail is null ? story.Author : $"{story.Author} <{story.AuthorEmail}>".TrimStart();
        var (what, at) = story switch
        {
            { PublishedAt: { } published } => ("", published),
            { UpdatedAt: { } updated } => ("updated ", updated),
            _ => ("first seen ", story.FirstSeenAt),
        };
        var date = TimeZoneInfo.ConvertTime(at, _zone).ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);
        var views = story.Status.Views + (story.Counters.Views ?? 0);
        IEnumerable<string?> parts =
        [
            author is null ? null : $"By {author}",
            story.Feed.Title,
            what + date,
            minutes == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
            views == 0 ? null : Plural.Of(views, "view"),
        ];
        return string.Join(_options.Ascii ? " - " : " · ", parts.OfType<string>());
    }

    private IReadOnlyList<ArticleLink> AddText(ArticleState state)
    {
        if (state.Document is not { } document)
        {
            AddNote(state.Error ?? "Loading…");
            return [];
        }
        var page = ArticleLayout.Lay(document, _width, _layout);
        var first = ++_block;
        _headings = [.. page.Headings.Select(heading => heading with { Line = heading.Line + _lines.Count })];
        foreach (var (name, line) in page.Anchors)
            _places[name] = line + _lines.Count;
        foreach (var line in page.Lines)
            _lines.Add(line with { Block = first + Math.Max(0, line.Block) });
        _block = _lines.Count == 0 ? first : Math.Max(first, _lines[^1].Block);
        _targets.AddRange(page.Links.Select(link =>
            new ArticleTarget(link.Number > 0 ? ArticleTargetKind.Link : ArticleTargetKind.Place, 0, link.Url) { Number = link.Number }));
        if (page.Lines.Count == 0)
        {
            AddNote(state.Story?.Link is null
                ? "This story has no text."
                : "The feed gives no text for this story; {key:browser} opens its page in the browser.");
        }
        return page.Links;
    }

    private void AddLinks(IReadOnlyList<ArticleLink> links)
    {
        if (links.All(link => link.Number == 0))
            return;
        AddHeading("Links");
        foreach (var line in ArticleLayout.LayLinks(links, _width, _layout))
            _lines.Add(line with { Block = _block });
    }

    private void AddEnclosures(IReadOnlyList<Enclosure> enclosures)
    {
        if (enclosures.Count == 0)
            return;
        AddHeading(enclosures.Count == 1 ? "File" : "Files");
        foreach (var (place, enclosure) in enclosures.Index())
        {
            var target = AddTarget(ArticleTargetKind.Enclosure, place, enclosure.Url);
            foreach (var line in TextWrap.Wrap(EnclosureWords.Of(enclosure, _options.Ascii), _width - 2))
                Add([new TextRun("  "), new TextRun(line) { Target = target, Link = enclosure.Url }]);
        }
    }

    private void AddComments(IReadOnlyList<Comment> comments)
    {
        AddHeading(comments.Count == 0 ? "Comments" : string.Create(CultureInfo.InvariantCulture, $"Comments ({comments.Count})"));
        if (comments.Count == 0)
            AddNote("None yet; {key:comment} writes one.");
        foreach (var placed in CommentThread.Of(comments))
            AddComment(placed.Comment, new string(' ', placed.Indent));
    }

    private void AddComment(Comment comment, string indent)
    {
        var target = AddTarget(ArticleTargetKind.Comment, comment.Id, null);
        var edited = comment.EditedAt is null ? "" : ", edited";
        var head = $"{indent}{comment.Author}, {Ages.InWords(comment.CreatedAt, _options.Now)}{edited}";
        Add([new TextRun(TextWidth.Fit(head, _width), TextStyle.Dim) { Target = target }]);
        foreach (var line in TextWrap.Wrap(comment.Text.Value, _width - indent.Length - 2))
            Add([new TextRun($"{indent}  {line}") { Target = target }]);
    }

    private void AddStories(string heading, IReadOnlyList<StoryLine> stories)
    {
        if (stories.Count == 0)
            return;
        AddHeading(heading);
        for (var at = 0; at < stories.Count; at++)
        {
            var target = AddTarget(ArticleTargetKind.Story, stories[at].Story.Id, stories[at].Story.Link);
            foreach (var line in stories[at].LayNumbered(at + 1, _width, _options))
                Add([.. line.Runs.Select(run => run with { Target = target })]);
        }
    }

    private void AddShare(Story story)
    {
        if (story.Link is not { } link)
            return;
        AddHeading("Share");
        AddChoice(ArticleTargetKind.ShareCopy, "Copy the link", link);
        AddChoice(ArticleTargetKind.ShareOpen, "Open in the browser", link);
        AddChoice(ArticleTargetKind.ShareMail, "Send by mail", link);
    }

    private void AddChoice(ArticleTargetKind kind, string words, string link) =>
        Add([new TextRun("  "), new TextRun(words) { Target = AddTarget(kind, 0, link) }]);

    private void AddHeading(string words)
    {
        _block++;
        if (_lines.Count > 0 && _lines[^1].Runs.Count > 0)
            AddBlank();
        Add([new TextRun(TextWidth.Fit(words, _width), TextStyle.Bold | TextStyle.Accent)]);
    }

    private void AddNote(string words)
    {
        foreach (var line in TextWrap.Wrap(_options.Fill(words), _width))
            Add([new TextRun(line, TextStyle.Dim)]);
    }

    private int AddTarget(ArticleTargetKind kind, long id, string? url)
    {
        _targets.Add(new ArticleTarget(kind, id, url));
        return _targets.Count - 1;
    }

    private void AddBlank() => _lines.Add(TextLine.Empty with { Block = _block });

    private void Add(IReadOnlyList<TextRun> runs) => _lines.Add(new TextLine(runs, _block));

    private ArticleTarget[] PlacedTargets()
    {
        var placed = _targets.ToArray();
        for (var line = _lines.Count - 1; line >= 0; line--)
        {
            foreach (var run in _lines[line].Runs.Where(run => run.Target >= 0 && run.Target < placed.Length))
                placed[run.Target] = placed[run.Target] with { Line = line };
        }
        return placed;
    }
}
