using TermNews.Core.Listing;

namespace TermNews.Core.Reader.Session;

/// <summary>The edition that is shown: the reader's own stories, or the sample until there are any.</summary>
/// <param name="own">The repositories of the reader's own stories.</param>
/// <param name="listsOf">Makes the lists of an edition.</param>
internal sealed class ShownEdition(SampleEdition own, Func<SampleEdition, StoryLists> listsOf)
{
    private readonly SampleEdition _own = own;

    /// <summary>Raised after <see cref="ShowOwn"/>: ids mean other stories from now on.</summary>
    public event Action? LeftSample;

    /// <summary>The sample edition is shown.</summary>
    public bool IsSample => Current != _own;

    /// <summary>The repositories of the shown edition.</summary>
    public SampleEdition Current { get; private set; } = own;

    /// <summary>The stories of the shown edition.</summary>
    public IStoryRepository Stories => Current.Stories;

    /// <summary>The lists of the shown edition.</summary>
    public StoryLists Lists { get; private set; } = listsOf(own);

    /// <summary>Shows the sample edition.</summary>
    public void Show(SampleEdition sample) => (Current, Lists) = (sample, listsOf(sample));

    /// <summary>Shows the reader's own stories.</summary>
    public void ShowOwn()
    {
        Show(_own);
        LeftSample?.Invoke();
    }

    /// <summary>The number of the reader's own stories.</summary>
    public Task<int> CountOwnAsync(CancellationToken cancellationToken) => _own.Stories.CountAsync(new StoryQuery(), cancellationToken);
}
