using System.Globalization;
using TermNews.Core.Articles;
using TermNews.Core.Articles.Layout;
using TermNews.Core.Articles.Reading;
using TermNews.Core.Listing;
using TermNews.Core.Ranking;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Reader.Session;
using TermNews.Core.Stories;
using TermNews.Core.UseCases;
using TermNews.Core.Words;

namespace TermNews.Core.Reader.Article;

/// <summary>An article and everything below it: one page of lines that is scrolled, searched and whose links are followed.</summary>
public sealed partial class ArticleViewModel(
    IStoryRepository stories, ICommentRepository comments, StoryLists lists, TimeProvider clock, Func<Func<Task>, Task> runBehind)
    : ViewModel<ArticleState>(new()), IDisposable
{
    private readonly LatestOnly _load = new();
    private readonly ArticleLists _lists = new(lists, clock, runBehind);
    private (Story Story, ArticleState State)? _ahead;
    private Task _counting = Task.CompletedTask;
    private int _timesForgotten;
    private bool _hasReachedEnd;

    /// <summary>ASCII stands in for symbols.</summary>
    public bool Ascii { get; set; }

    /// <summary>The keys that sentences name.</summary>
    public KeyMap Keys { get; init; } = KeyMap.Default;

    /// <summary>It is kept which articles were read to the end.</summary>
    public bool RecordsEnds { get; set; }

    /// <summary>Opens a story where it was left, counts the view, and shows each part as soon as it is there.</summary>
    /// <param name="story">The story.</param>
    /// <param name="row">The story whose row was chosen, which is read with it; most often itself.</param>
    /// <param name="viewedAsync">Runs when the text is shown and the view counted; the lists below come after it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task OpenAsync(Story story, Story row, Func<CancellationToken, Task> viewedAsync, CancellationToken cancellationToken)
    {
        await SavePlaceAsync(cancellationToken);
        var token = _load.Start(cancellationToken);
        (_staysAtEnd, _hasReachedEnd) = (false, false);
        var opened = Opened(story);
        try
        {
            if (_ahead is { } ahead && ahead.Story == story && ahead.State.Width == State.Width)
            {
                State = ahead.State with { Height = State.Height, Top = LineOf(ahead.State.Page, story.Status.Position) };
            }
            else
            {
                Show(new ArticleState { Story = opened, Width = State.Width, Height = State.Height, IsLoading = true });
                var text = await stories.ReadTextAsync(story.Id, token);
                token.ThrowIfCancellationRequested();
                Show(WithLists(State with { Document = DocumentOf(story, text), IsLoading = false }, _lists.Ready(story.Id)));
                State = State with { Top = LineOf(State.Page, story.Status.Position) };
            }
            _ahead = null;
            // The text is drawn while the view is counted: a refresh may hold the database's lock. Who has gone on meanwhile has opened it all the same.
            var counting = runBehind(async () => opened = await CountViewAsync(story, row).ConfigureAwait(false));
            _counting = _counting.IsCompleted ? counting : Task.WhenAll(_counting, counting);
            await counting;
            token.ThrowIfCancellationRequested();
            Show(State with { Story = opened });
            await viewedAsync(cancellationToken);
            await LoadRestAsync(story.Id, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // Stale: another story owns the screen.
        }
        catch (NewsException ex)
        {
            if (!token.IsCancellationRequested)
                Show(State with { Error = ex.Message, IsLoading = false });
        }
    }

    /// <summary>Waits until all that was opened is counted; what could not be was told.</summary>
    public async Task FinishAsync() =>
        await _counting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    /// <summary>Makes ready what opening a story shows, behind the screen.</summary>
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
        var state = WithLists(new ArticleState { Story = Opened(story), Width = width, Height = State.Height }, _lists.Ready(story.Id));
        await runBehind(async () =>
        {
            var text = await stories.ReadTextAsync(story.Id, cancellationToken).ConfigureAwait(false);
            state = state with { Document = DocumentOf(story, text) };
            state = state with { Page = PageOf(state) };
        });
        if (timesForgotten == _timesForgotten)
            _ahead = (story, state);
    }

    private static ArticleState WithLists(ArticleState state, ArticleLists.Below? below) => below is null
        ? state
        : state with { Related = below.Related, Popular = below.Popular, MustRead = below.MustRead };

    /// <summary>A story as it is once it was opened, before the database knows.</summary>
    private static Story Opened(Story story) =>
        story with { Status = story.Status with { IsRead = true, Views = story.Status.Views + 1 } };

    /// <summary>Fetches the story's page and shows its text in place of the feed's.</summary>
    /// <exception cref="NewsException">It cannot be fetched, or no article is found in it.</exception>
    public async Task ShowFullTextAsync(FullTexts texts, CancellationToken cancellationToken)
    {
        if (State is not { Story: { Link: not null } story, Document: { } ofFeed, IsFull: false })
            return;
        var found = await texts.GetAsync(story, cancellationToken);
        if (State.Story?.Id != story.Id || State.IsFull)
            return;
        await SavePlaceAsync(cancellationToken);
        Show(State with { Document = WithPictureOf(story, found), FeedDocument = ofFeed, Top = 0, SelectedTarget = -1 });
        State = State with { Top = LineOf(State.Page, story.Status.FullTextPosition) };
    }

    /// <summary>Fetches the page of the full text that is shown once more; the paragraph at the top stays there.</summary>
    /// <exception cref="NewsException">It cannot be fetched, or no article is found in it; what is shown stays.</exception>
    public async Task FetchFullTextAgainAsync(FullTexts texts, CancellationToken cancellationToken)
    {
        if (State is not { Story: { Link: not null } story, IsFull: true })
            return;
        var found = await texts.FetchAgainAsync(story, cancellationToken);
        if (State.Story?.Id == story.Id && State.IsFull)
            Show(State with { Document = WithPictureOf(story, found), SelectedTarget = -1 });
    }

    /// <summary>Goes back from the page's text to the feed's.</summary>
    public async Task ShowFeedTextAsync(CancellationToken cancellationToken)
    {
        if (State is not { Story: { } story, FeedDocument: { } ofFeed })
            return;
        await SavePlaceAsync(cancellationToken);
        Show(State with { Document = ofFeed, FeedDocument = null, Top = 0, SelectedTarget = -1 });
        State = State with { Top = LineOf(State.Page, story.Status.Position) };
    }

    private static ArticleDocument WithPictureOf(Story story, ArticleDocument document) =>
        document with { LeadImage = story.Image ?? document.LeadImage };

    /// <summary>Stories came, changed or went: what was made ready is made anew.</summary>
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
        var found = await comments.ListAsync(story.Id, cancellationToken);
        if (State.Story?.Id == story.Id)
            Show(State with { Comments = found });
    }

    /// <summary>Shows what a change of status came to.</summary>
    public void Apply(Outcome outcome)
    {
        if (State.Story is not { } story || outcome.Now.FirstOrDefault(one => one.StoryId == story.Id) is not { Status: var now })
            return;
        var status = story.Status with { IsRead = now.IsRead, IsSaved = now.IsSaved, IsPinned = now.IsPinned, IsHidden = now.IsHidden };
        State = State with { Story = story with { Status = status } };
    }

    /// <summary>The article was read to its end, which is kept with the place in it.</summary>
    public void ReachEnd() => _hasReachedEnd = true;

    /// <summary>Remembers the paragraph at the top of the screen, and whether the end was reached.</summary>
    public async Task SavePlaceAsync(CancellationToken cancellationToken)
    {
        if (State is not { Story: { Status: var status } story, Document: not null, IsFull: var isFull })
            return;
        if (_hasReachedEnd && RecordsEnds)
        {
            _hasReachedEnd = false;
            await stories.RecordEndAsync(story.Id, cancellationToken);
        }
        var place = Place;
        if (place == (isFull ? status.FullTextPosition : status.Position))
            return;
        var kept = isFull ? status with { FullTextPosition = place } : status with { Position = place };
        State = State with { Story = story with { Status = kept } };
        await stories.SavePositionAsync(story.Id, place, isFull, cancellationToken);
    }

    /// <summary>No story is open any more.</summary>
    public void Close()
    {
        _load.Stop();
        State = new ArticleState { Width = State.Width, Height = State.Height };
    }

    /// <inheritdoc/>
    public void Dispose() => _load.Dispose();

    private int Place => State.Top < State.Page.Lines.Count ? Math.Max(0, State.Page.Lines[State.Top].Block) : 0;

    private static ArticleDocument DocumentOf(Story story, StoryText text)
    {
        var address = Uri.TryCreate(story.Link, UriKind.Absolute, out var link) ? link : null;
        var blocks = text.Body is { } body ? HtmlArticleReader.Read(body, address) : [];
        return new ArticleDocument
        {
            LeadImage = story.Image,
            Language = story.Language,
            IsRightToLeft = TextDirection.IsOfRightToLeft(story.Language)
                || text.Body?.Contains(" dir=\"rtl\"", StringComparison.OrdinalIgnoreCase) == true,
            Blocks = blocks,
        };
    }

    private async Task LoadRestAsync(long storyId, CancellationToken token)
    {
        var found = await comments.ListAsync(storyId, token);
        token.ThrowIfCancellationRequested();
        Show(State with { Comments = found });
        var below = await _lists.ReadAsync(storyId, token);
        token.ThrowIfCancellationRequested();
        Show(State with { Related = below.Related, Popular = below.Popular, MustRead = below.MustRead });
        if (ShowsPictures)
            await ShowPicturesAsync(token);
    }

    private async Task<Story> CountViewAsync(Story story, Story row)
    {
        await stories.RecordViewAsync(story.Id, CancellationToken.None).ConfigureAwait(false);
        if (row.Id != story.Id)
            await stories.MarkAsync([row.Id], StatusChange.Read, CancellationToken.None).ConfigureAwait(false);
        return await stories.FindAsync(story.Id, CancellationToken.None).ConfigureAwait(false) ?? story;
    }

    /// <summary>"73% · 1 min left · 12 links · ✎3".</summary>
    public string Footer()
    {
        if (State.Document is not { } document)
            return string.Empty;
        var part = Math.Clamp((double)(State.Top + State.Height) / Math.Max(1, State.Page.TextEnd), 0, 1);
        var minutes = (int)Math.Ceiling(document.Minutes * (1 - part));
        IEnumerable<string?> parts =
        [
            State.Number.Length > 0 ? $"[{State.Number}]" : null,
            string.Create(CultureInfo.InvariantCulture, $"{(int)(part * 100)}%"),
            minutes == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{minutes} min left"),
            State.Page.LinkCount == 0 ? null : Plural.Of(State.Page.LinkCount, "link"),
            State.Comments.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{(Ascii ? "c" : "✎")}{State.Comments.Count}"),
        ];
        return string.Join(Ascii ? " - " : " · ", parts.OfType<string>());
    }
}
