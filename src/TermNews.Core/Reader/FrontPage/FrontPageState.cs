namespace TermNews.Core.Reader.FrontPage;

/// <summary>The state of the front page.</summary>
public sealed record FrontPageState
{
    /// <summary>The list.</summary>
    public StoryList List { get; init; } = StoryList.Latest;

    /// <summary>Its rows as far as they are loaded, and as the filter lets them through.</summary>
    public IReadOnlyList<StoryLine> Lines { get; init; } = [];

    /// <summary>The selected row.</summary>
    public int Selected { get; init; }

    /// <summary>The first row on the screen.</summary>
    public int Top { get; init; }

    /// <summary>Rows on the screen.</summary>
    public int Height { get; init; } = 20;

    /// <summary>The first page is being read.</summary>
    public bool IsLoading { get; init; }

    /// <summary>Everything of the list is loaded.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The reason why the last load failed, or null.</summary>
    public string? Error { get; init; }

    /// <summary>The filter as typed; empty for none.</summary>
    public string Filter { get; init; } = string.Empty;

    /// <summary>What was searched for everywhere, or null.</summary>
    public string? Search { get; init; }

    /// <summary>Only this feed is shown, or null.</summary>
    public FeedReference? OnlyFeed { get; init; }

    /// <summary>Only feeds with this tag are shown, or null.</summary>
    public string? OnlyTag { get; init; }

    /// <summary>The muted stories are shown, and no others.</summary>
    public bool ShowsMuted { get; init; }

    /// <summary>The number of muted stories in the shown list.</summary>
    public int MutedCount { get; init; }

    /// <summary>The number of unread stories in the shown list; null until they are counted.</summary>
    public int? UnreadCount { get; init; }

    /// <summary>Feeds that fail.</summary>
    public int FailingFeeds { get; init; }

    /// <summary>New stories that wait for <c>.</c></summary>
    public int Arrivals { get; init; }

    /// <summary>The numbered column Popular beside a wide list.</summary>
    public IReadOnlyList<StoryLine> Popular { get; init; } = [];

    /// <summary>The numbered column Must-Read beside a wide list.</summary>
    public IReadOnlyList<StoryLine> MustRead { get; init; } = [];

    /// <summary>The selected row, or null in an empty list.</summary>
    public StoryLine? Current => Selected >= 0 && Selected < Lines.Count ? Lines[Selected] : null;

    /// <summary>The stories of the rows.</summary>
    public IEnumerable<Story> Stories => Lines.Select(static line => line.Story);

    /// <summary>The query that the list is made of, without the filter.</summary>
    public StoryQuery Query => QueryOf(List) with { MutedOnly = ShowsMuted };

    /// <summary>The query of another list of the feeds that are shown.</summary>
    public StoryQuery QueryOf(StoryList list) => new() { List = list, FeedId = OnlyFeed?.Id, Tag = OnlyTag };

    /// <summary>The row of a story, found at once where the guess is right; -1 for none.</summary>
    internal static int IndexOf(IReadOnlyList<StoryLine> lines, long storyId, int guess)
    {
        if (guess >= 0 && guess < lines.Count && lines[guess].Story.Id == storyId)
            return guess;
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Story.Id == storyId)
                return at;
        }
        return -1;
    }

    /// <summary>The selection inside the list, and the selected row on the screen.</summary>
    internal FrontPageState Scrolled()
    {
        var selected = Math.Clamp(Selected, 0, Math.Max(0, Lines.Count - 1));
        var top = Math.Clamp(Top, Math.Max(0, selected - Height + 1), selected);
        top = Math.Min(top, Math.Max(0, Lines.Count - Height));
        return this with { Selected = selected, Top = top };
    }
}
