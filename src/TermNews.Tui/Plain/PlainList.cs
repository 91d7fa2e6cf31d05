namespace TermNews.Tui.Plain;

/// <summary>Stories with numbers that stay theirs until another list is shown, whatever is hidden or arrives meanwhile.</summary>
internal sealed class PlainList
{
    private readonly List<Story> _stories = [];
    private readonly HashSet<long> _known = [];

    /// <summary>How many stories have a number.</summary>
    public int Count => _stories.Count;

    /// <summary>The place of the first story of the page that was written last.</summary>
    public int Start { get; set; }

    /// <summary>The place after its last one.</summary>
    public int End { get; set; }

    /// <summary>Begins anew.</summary>
    public void Replace(IEnumerable<Story> stories)
    {
        _stories.Clear();
        _known.Clear();
        (Start, End) = (0, 0);
        Add(stories);
    }

    /// <summary>Numbers those that have no number yet, and takes the others as they are now.</summary>
    public void Add(IEnumerable<Story> stories) => _stories.AddRange(stories.Where(story => _known.Add(story.Id)));

    /// <summary>The story at a place, counted from 0.</summary>
    public Story At(int place) => _stories[place];

    /// <summary>The place of a story; -1 where it has none.</summary>
    public int PlaceOf(long storyId) => _stories.FindIndex(story => story.Id == storyId);

    /// <summary>The story with a number, or null.</summary>
    public Story? Numbered(int number) => number >= 1 && number <= _stories.Count ? _stories[number - 1] : null;
}
