using System.Runtime.InteropServices;

namespace TermNews.Core.Clusters;

/// <summary>
/// The stories that are looked at, numbered as they come, and found by a word of their headlines, the last one first. What it keeps of a word are
/// numbers, each with the place of the one before: lists of a hundred thousand words are work for the garbage collector.
/// </summary>
internal sealed class StoryIndex
{
    /// <summary>Of the stories with a word only the last are looked at: so many are the same news, or the word tells nothing.</summary>
    private const int MostStoriesOfWord = 60;

    private const int None = -1;

    /// <summary>Where each story was put; null until then.</summary>
    private readonly List<Cluster?> _clusters = [];

    /// <summary>When each story was, and the last time of it and of all before it.</summary>
    private readonly List<(long At, long LastAt)> _times = [];

    /// <summary>A story for each of its words, and where the one with the same word before it is.</summary>
    private readonly List<(int Story, int Before)> _entries = [];

    /// <summary>Where the last story with each word is.</summary>
    private readonly Dictionary<int, int> _last = [];

    /// <summary>How many stories there are, and the number of the next.</summary>
    public int Count => _clusters.Count;

    /// <summary>The cluster that a story is in now.</summary>
    public Cluster ClusterOf(int story) => _clusters[story]?.Whole ?? throw new ArgumentOutOfRangeException(nameof(story), story, "It is in no cluster yet.");

    /// <summary>Makes room for stories, so that it need not grow with each few of them.</summary>
    public void Expect(IReadOnlyList<Report> reports)
    {
        _entries.EnsureCapacity(_entries.Count + reports.Sum(report => report.Headline.Words.Length));
        _times.EnsureCapacity(Count + reports.Count);
        _clusters.EnsureCapacity(Count + reports.Count);
    }

    /// <summary>Tells into which cluster a story was put.</summary>
    public void Put(int story, Cluster cluster) => _clusters[story] = cluster;

    /// <summary>Takes the next story in. One of unknown age is found by no word.</summary>
    public void Add(Report report)
    {
        foreach (var word in report.IsOfUnknownAge ? [] : report.Headline.Words)
        {
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, (int)word, out var isKnown);
            _entries.Add((Count, isKnown ? last : None));
            last = _entries.Count - 1;
        }
        _times.Add((report.At, Count > 0 ? Math.Max(_times[^1].LastAt, report.At) : report.At));
        _clusters.Add(null);
    }

    /// <summary>Finds the last stories before another that have a word and are of the days around it. Several threads may look at a time.</summary>
    /// <param name="word">The word.</param>
    /// <param name="number">The other story.</param>
    /// <param name="window">How far apart they may be, in seconds.</param>
    /// <param name="found">Takes their numbers.</param>
    public void Find(int word, int number, long window, List<int> found)
    {
        var (at, looked) = (_times[number].At, 0);
        for (var entry = _last.GetValueOrDefault(word, None); entry != None && looked < MostStoriesOfWord; entry = _entries[entry].Before)
        {
            var story = _entries[entry].Story;
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
