using TermNews.Core.Articles.Reading;
using TermNews.Core.Listing;
using TermNews.Core.Pictures;

namespace TermNews.Core.Reader.Article;

/// <summary>An article and everything below it: one page of lines that is scrolled, searched and whose links are followed.</summary>
/// <param name="stories">The stories of the edition that is shown.</param>
/// <param name="comments">The comments on them.</param>
/// <param name="lists">Its lists.</param>
/// <param name="clock">The time and its zone.</param>
/// <param name="runBehind">Runs work off the thread that draws.</param>
public sealed class ArticleViewModel(
    Func<IStoryRepository> stories, Func<ICommentRepository> comments, Func<StoryLists> lists, TimeProvider clock,
    Func<Func<Task>, Task> runBehind)
    : ViewModel<ArticleState>(new()), IDisposable
{
    private static readonly int[] UsualWidths = [40, 60, 78, 100, 120];
    private readonly LatestOnly _load = new();
    private readonly ArticleLists _lists = new(lists, clock, runBehind);
    private (Story Story, ArticleState State)? _ahead;
    private readonly ReadingRecord _record = new(stories, runBehind);
    private int _timesForgotten;
    private bool _hasReachedEnd, _staysAtEnd;
    private TextMatches _matches = TextMatches.None;

    /// <summary>An article of an edition that always stays.</summary>
    public ArticleViewModel(
        IStoryRepository stories, ICommentRepository comments, StoryLists lists, TimeProvider clock, Func<Func<Task>, Task> runBehind)
        : this(() => stories, () => comments, () => lists, clock, runBehind)
    {
    }

    /// <summary>Symbols are replaced by ASCII characters.</summary>
    public bool Ascii { get; set; }

    /// <summary>The keys that sentences name.</summary>
    public KeyMap Keys { get; init; } = KeyMap.Empty;

    /// <summary>Articles that were read to the end are recorded.</summary>
    public bool RecordsEnds { get; set; }

    /// <summary>Columns of the text at most.</summary>
    public int WidestText { get; set; } = 78;

    /// <summary>Blank lines between two lines of a paragraph.</summary>
    public int LineSpacing { get; set; }

    /// <summary>The pictures; null where none can be shown.</summary>
    public PictureShelf? Pictures { get; init; }

    /// <summary>Pictures are shown, in this article and the next.</summary>
    public bool ShowsPictures { get; set; }

    /// <summary>Opens a story where it was left, counts the view, and shows each part as soon as it is there.</summary>
    /// <param name="story">The story.</param>
    /// <param name="row">The story whose row was chosen, which is marked as read with it; most often itself.</param>
    /// <param name="viewedAsync">Runs when the text is shown and the view counted; the lists below come after it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task OpenAsync(Story story, Story row, Func<CancellationToken, Task> viewedAsync, CancellationToken cancellationToken)
    {
        SavePlace();
        (_staysAtEnd, _hasReachedEnd) = (false, false);
        await _load.RunAsync(async token =>
        {
            await ShowTextAsync(story, token);
            // The text is drawn while the view is counted: a refresh may hold the database's lock.
            var counting = _record.CountAsync(story, row);
            await Task.WhenAny(counting);
            token.ThrowIfCancellationRequested();
            if (counting.IsCompletedSuccessfully)
            {
                Show(State with { Story = await counting });
                await viewedAsync(cancellationToken);
            }
            await LoadRestAsync(story.Id, token);   // Also where nothing can be written: the comments are to be read there, too.
            await counting;
        }, error => Show(State with { Error = error, IsLoading = false }), cancellationToken);
    }

    private async Task ShowTextAsync(Story story, CancellationToken token)
    {
        if (_ahead is { } ahead && ahead.Story == story && ahead.State.Width == State.Width)
        {
            State = ahead.State with { Height = State.Height, Top = ArticleMoves.LineOf(ahead.State.Page, story.Status.Position) };
        }
        else
        {
            Show(new ArticleState { Story = ReadingRecord.Opened(story), Width = State.Width, Height = State.Height, IsLoading = true });
            var text = await stories().ReadTextAsync(story.Id, token);
            token.ThrowIfCancellationRequested();
            Show(ArticleMoves.WithLists(
                State with { Document = StoryDocument.Of(story, text), IsLoading = false }, _lists.Ready(story.Id)));
            State = State with { Top = ArticleMoves.LineOf(State.Page, story.Status.Position) };
        }
        _ahead = null;
    }

    /// <summary>Waits until what was opened is counted, and the places are kept; a failure was told already.</summary>
    public Task FinishAsync() => _record.FinishAsync();

    /// <summary>Prepares, behind the screen, what opening a story shows.</summary>
    /// <param name="story">The story.</param>
    /// <param name="width">Columns that the article will have.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NewsException">The story cannot be read.</exception>
    public async Task PrepareAsync(Story story, int width, CancellationToken cancellationToken)
    {
        if (_ahead is { } ahead && ahead.Story == story && ahead.State.Width == width)
            return;
        _ahead = null;
        var timesForgotten = _timesForgotten;
        await _lists.PrepareAsync(story.Id, cancellationToken);
        var state = ArticleMoves.WithLists(
            new ArticleState { Story = ReadingRecord.Opened(story), Width = width, Height = State.Height }, _lists.Ready(story.Id));
        await runBehind(async () =>
        {
            var text = await stories().ReadTextAsync(story.Id, cancellationToken).ConfigureAwait(false);
            state = state with { Document = StoryDocument.Of(story, text) };
            state = state with { Page = PageOf(state) };
        });
        if (timesForgotten == _timesForgotten)
            _ahead = (story, state);
    }

    /// <summary>Fetches the story's page and shows its text in place of the feed's.</summary>
    /// <exception cref="NewsException">It cannot be fetched, or no article is found in it.</exception>
    public async Task ShowFullTextAsync(FullTexts texts, CancellationToken cancellationToken)
    {
        if (State is not { Story: { Link: not null } story, Document: { } ofFeed, IsFull: false })
            return;
        var found = await texts.GetAsync(story, cancellationToken);
        if (State.Story?.Id != story.Id || State.IsFull)
            return;
        SavePlace();
        Show(State with { Document = StoryDocument.WithPictureOf(story, found), FeedDocument = ofFeed, Top = 0, SelectedTarget = -1 });
        State = State with { Top = ArticleMoves.LineOf(State.Page, story.Status.FullTextPosition) };
    }

    /// <summary>Fetches the page of the full text that is shown once more; the paragraph at the top stays there.</summary>
    /// <exception cref="NewsException">It cannot be fetched, or no article is found in it; the shown text stays.</exception>
    public async Task FetchFullTextAgainAsync(FullTexts texts, CancellationToken cancellationToken)
    {
        if (State is not { Story: { Link: not null } story, IsFull: true })
            return;
        var found = await texts.FetchAgainAsync(story, cancellationToken);
        if (State.Story?.Id == story.Id && State.IsFull)
            Show(State with { Document = StoryDocument.WithPictureOf(story, found), SelectedTarget = -1 });
    }

    /// <summary>Goes back from the page's text to the feed's.</summary>
    public void ShowFeedText()
    {
        if (State is not { Story: { } story, FeedDocument: { } ofFeed })
            return;
        SavePlace();
        Show(State with { Document = ofFeed, FeedDocument = null, Top = 0, SelectedTarget = -1 });
        State = State with { Top = ArticleMoves.LineOf(State.Page, story.Status.Position) };
    }

    /// <summary>Drops what was prepared: stories came, changed or went.</summary>
    public void ForgetPrepared()
    {
        _timesForgotten++;
        _ahead = null;
        _lists.Forget();
    }

    /// <summary>Reads the comments again, after one was written, changed or deleted.</summary>
    public async Task ReloadCommentsAsync(CancellationToken cancellationToken)
    {
        if (State.Story is not { } story)
            return;
        var found = await comments().ListAsync(story.Id, cancellationToken);
        if (State.Story?.Id == story.Id)
            Show(State with { Comments = found });
    }

    /// <summary>Shows a mark that is on its way to the disk.</summary>
    public void ShowMark(IReadOnlyCollection<long> storyIds, StatusChange change)
    {
        if (State.Story is { } story && storyIds.Contains(story.Id))
            State = State with { Story = story.WithMarksOf(story.Status.After(change)) };
    }

    /// <summary>Shows the changes of an outcome: the story's status and its comments.</summary>
    public async Task ApplyAsync(Outcome outcome, CancellationToken cancellationToken)
    {
        ForgetPrepared();   // What is saved, pinned or hidden ranks elsewhere now.
        if (State.Story is not { } story)
            return;
        if (outcome.Now.FirstOrDefault(one => one.StoryId == story.Id) is { Status: var now })
            State = State with { Story = story.WithMarksOf(now) };
        if (outcome.CommentsOf.Contains(story.Id))
            await ReloadCommentsAsync(cancellationToken);
    }

    /// <summary>Notes that the article was read to its end.</summary>
    public void ReachEnd() => _hasReachedEnd = true;

    /// <summary>Remembers, behind the screen, the paragraph at its top, and whether the end was reached.</summary>
    public void SavePlace()
    {
        if (State is not { Story: { Status: var status } story, Document: not null, IsFull: var isFull })
            return;
        if (_hasReachedEnd && RecordsEnds)
        {
            _hasReachedEnd = false;
            _record.RecordEnd(story.Id);
        }
        var place = Place;
        if (place == (isFull ? status.FullTextPosition : status.Position))
            return;
        var kept = isFull ? status with { FullTextPosition = place } : status with { Position = place };
        State = State with { Story = story with { Status = kept } };
        _record.SavePosition(story.Id, place, isFull);
    }

    /// <summary>Closes the story and drops what was prepared: ids mean other stories from now on.</summary>
    public void Close()
    {
        _load.Stop();
        ForgetPrepared();
        State = new ArticleState { Width = State.Width, Height = State.Height };
    }

    /// <inheritdoc/>
    public void Dispose() => _load.Dispose();

    private int Place => State.Top < State.Page.Lines.Count ? Math.Max(0, State.Page.Lines[State.Top].Block) : 0;

    private async Task LoadRestAsync(long storyId, CancellationToken token)
    {
        var found = await comments().ListAsync(storyId, token);
        token.ThrowIfCancellationRequested();
        Show(State with { Comments = found });
        var below = await _lists.ReadAsync(storyId, token);
        token.ThrowIfCancellationRequested();
        Show(State with { Related = below.Related, Popular = below.Popular, MustRead = below.MustRead });
        if (ShowsPictures)
            await ShowPicturesAsync(token);
    }

    /// <summary>"73% · 1 min left · 12 links · ✎3".</summary>
    public string Footer() => ArticleFooter.Of(State, Ascii);

    /// <summary>The area has another size; the paragraph at the top stays there.</summary>
    public void Resize(int width, int height) => Show(State with { Width = width, Height = Math.Max(1, height) });

    /// <summary>Gives the text the next usual width that fits, after the widest the narrowest. Gives its columns.</summary>
    public int ChangeWidth()
    {
        var room = TextWidthFor(State.Width, int.MaxValue);
        var now = TextWidthFor(State.Width, WidestText);
        WidestText = UsualWidths.Append(room).Where(width => width > now && width <= room)
            .DefaultIfEmpty(Math.Min(room, UsualWidths[0])).Min();
        ShowAnew();
        return WidestText;
    }

    /// <summary>Sets the lines of paragraphs apart, or close together. Gives the blank lines between two of them.</summary>
    public int ChangeSpacing()
    {
        LineSpacing = LineSpacing == 0 ? 1 : 0;
        ShowAnew();
        return LineSpacing;
    }

    /// <summary>Scrolls by lines. The text counts as read to the end when it is scrolled there, not when the reader jumps there.</summary>
    public void Scroll(int lines)
    {
        ScrollTo(State.Top + lines);
        if (lines > 0 && State.Document is not null && State.Top + State.Height >= State.Page.TextEnd)
            ReachEnd();
    }

    /// <summary>Scrolls so that a line is the first on the screen.</summary>
    public void ScrollTo(int line)
    {
        _staysAtEnd = false;
        State = ArticleMoves.At(State, line);
    }

    /// <summary>Scrolls to the end, and stays there while more is loaded.</summary>
    public void ScrollToEnd()
    {
        ScrollTo(ArticleMoves.LastTop(State));
        _staysAtEnd = true;
    }

    /// <summary>Scrolls to the comments.</summary>
    public void ScrollToComments() => ScrollTo(State.Page.CommentsLine);

    /// <summary>Selects the next target, or the one before; the first time the first on the screen.</summary>
    public void SelectNext(int step) => Move(ArticleMoves.SelectingNext(State, step));

    /// <summary>Selects a link, a story or another target, and shows it.</summary>
    /// <param name="target">Its index in the page's targets.</param>
    public void Select(int target) => Move(ArticleMoves.Selecting(State, target));

    /// <summary>Takes a digit: it and those before it are a link's number. False where there is no such link.</summary>
    public bool TypeDigit(int digit)
    {
        var typed = ArticleMoves.Typing(State, digit);
        Move(typed ?? State with { Number = string.Empty });
        return typed is not null;
    }

    /// <summary>Takes the jump back, else ends selection and search; false where there was nothing to end.</summary>
    public bool Deselect()
    {
        if (State is { JumpedFrom: < 0, SelectedTarget: -1, Search: "", Number: "" })
            return false;
        Move(ArticleMoves.Deselecting(State));
        return true;
    }

    /// <summary>Goes to a place that a link of the text names (<c>#name</c>); false where there is none.</summary>
    public bool JumpTo(string place)
    {
        if (ArticleMoves.JumpingTo(State, place) is not { } jumped)
            return false;
        _staysAtEnd = false;
        State = jumped;
        return true;
    }

    /// <summary>
    /// Searches in the text; the first match from the top of the screen on comes into view. Gives the number of lines with matches.
    /// </summary>
    public int SearchText(string text)
    {
        State = State with { Search = text };
        var matches = Matches.Lines;
        if (matches.Count > 0)
            Move(ArticleMoves.Reveal(State, matches.FirstOrDefault(line => line >= State.Top, matches[0])));
        return matches.Count;
    }

    /// <summary>Scrolls the next match to the top, or the one before; false where there is none.</summary>
    public bool GoToMatch(int step)
    {
        var matches = Matches.Lines;
        if (matches.Count == 0)
            return false;
        ScrollTo(step > 0
            ? matches.FirstOrDefault(line => line > State.Top, matches[0])
            : matches.LastOrDefault(line => line < State.Top, matches[^1]));
        return true;
    }

    /// <summary>The lines on the screen, in their place, with selection and matches shown.</summary>
    public IReadOnlyList<TextLine> Rows()
    {
        var margin = new string(' ', Math.Max(0, (State.Width - TextWidthFor(State.Width, WidestText)) / 2));
        return [.. State.Page.Lines.Skip(State.Top).Take(State.Height)
            .Select((line, row) => ArticleHighlights.Show(line, Matches.At(State.Top + row), State.SelectedTarget, margin))];
    }

    /// <summary>Shows the pictures of the text, each as soon as it is there.</summary>
    /// <returns>The sentence of the first failure; null where all are there.</returns>
    public Task<string?> ShowPicturesAsync(CancellationToken cancellationToken)
    {
        ShowsPictures = true;
        ShowAnew();
        var story = State.Story?.Id;
        return ArticlePictures.FetchAsync(
            State.Document, url => runBehind(() => Pictures?.TakeAsync(url, cancellationToken) ?? Task.CompletedTask), () =>
            {
                var isShown = State.Story?.Id == story && ShowsPictures;
                if (isShown)
                    Show(State);
                return isShown;
            });
    }

    /// <summary>Shows captions only.</summary>
    public void HidePictures()
    {
        ShowsPictures = false;
        ShowAnew();
    }

    private TextMatches Matches => _matches.Page == State.Page && _matches.Search == State.Search
        ? _matches : _matches = TextMatches.Of(State.Page, State.Search);

    private static int TextWidthFor(int width, int widest) => Math.Min(widest, width - (width > 60 ? 2 : 0));

    private ComposedArticle PageOf(ArticleState state)
    {
        var options = new LineOptions(clock.GetUtcNow()) { Ascii = Ascii, Fill = Keys.Fill };
        var width = Math.Max(10, TextWidthFor(state.Width, WidestText));
        return ArticleComposer.Compose(state, width, options, clock.LocalTimeZone, LineSpacing, ShowsPictures ? Pictures : null);
    }

    /// <summary>Makes the page of a state anew and keeps the paragraph, and the line in it, at the top.</summary>
    private void Show(ArticleState state) => State = ArticleMoves.WithPage(state, PageOf(state), _staysAtEnd);

    private void ShowAnew()
    {
        ForgetPrepared();
        Show(State);
    }

    /// <summary>Takes a state that is one move away; scrolling ends the stay at the end.</summary>
    private void Move(ArticleState state)
    {
        _staysAtEnd &= state.Top == State.Top;
        State = state;
    }
}
