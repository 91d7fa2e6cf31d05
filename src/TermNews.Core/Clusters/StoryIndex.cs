namespace TermNews.Core.Clusters;

/// <summary>
/// Inverted index of headlines: the stories with a word, newest first. Stories are numbered in order of arrival. Posting lists are linked
/// through one array, as a list for each of a hundred thousand words would burden the garbage collector.
/// </summary>
internal sealed class StoryIndex
{
    /// <summary>
    /// Newest stories of a word that are candidates. On the UCI headlines 15 to 120 find the same clusters; more only cost time in a large
    /// database.
    /// </summary>
    private const int MostStoriesOfWord = 60;

    private const int None = -1;

    /// <summary>Cluster of each story; null until assigned.</summary>
    private readonly List<Cluster?> _clusters = [];

    /// <summary>Date of each story, and the latest date up to it, in Unix seconds.</summary>
    private readonly List<(long At, long LastAt)> _times = [];

    /// <summary>Postings: a story, and the index of the previous posting of the same word.</summary>
    private readonly List<(int Story, int Before)> _postings = [];

    /// <summary>Index of the newest posting of each word.</summary>
    private readonly Dictionary<int, int> _last = [];

    /// <summary>Number of stories, and the number of the next one.</summary>
    public int Count => _clusters.Count;

    /// <summary>The present cluster of a story, after all merges.</summary>
    public Cluster ClusterOf(int story) =>
        _clusters[story]?.Whole ?? throw new ArgumentOutOfRangeException(nameof(story), story, "It is in no cluster yet.");

    /// <summary>Reserves memory for stories.</summary>
    public void Expect(IReadOnlyList<Report> reports)
    {
        _postings.EnsureCapacity(_postings.Count + reports.Sum(report => report.Headline.Words.Length));
        _times.EnsureCapacity(Count + reports.Count);
        _clusters.EnsureCapacity(Count + reports.Count);
    }

    /// <summary>Assigns a story to a cluster.</summary>
    public void Put(int story, Cluster cluster) => _clusters[story] = cluster;

    /// <summary>Indexes the next story. A story of unknown age gets no postings.</summary>
    public void Add(Report report)
    {
        foreach (var word in report.IsOfUnknownAge ? [] : report.Headline.Words)
        {
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, (int)word, out var isKnown);
            _postings.Add((Count, isKnown ? last : None));
            last = _postings.Count - 1;
        }
        _times.Add((report.At, Count > 0 ? Math.Max(_times[^1].LastAt, report.At) : report.At));
        _clusters.Add(null);
    }

    /// <summary>Finds the newest earlier stories with a word within a window of time. Safe for several threads at a time.</summary>
    /// <param name="word">Hash of the word.</param>
    /// <param name="number">Number of the story to compare.</param>
    /// <param name="window">Largest difference of the dates, in seconds.</param>
    /// <param name="found">Receives the numbers of the stories.</param>
    public void Find(int word, int number, long window, List<int> found)
    {
        var (at, looked) = (_times[number].At, 0);
        var newest = _last.GetValueOrDefault(word, None);
        for (var posting = newest; posting != None && looked < MostStoriesOfWord; posting = _postings[posting].Before)
        {
            var story = _postings[posting].Story;
            if (story >= number)
                continue;
            var time = _times[story];
            if (at - time.LastAt > window)
                return;
            looked++;
            if (Math.Abs(time.At - at) <= window)
                found.Add(story);
        }
    }
}
