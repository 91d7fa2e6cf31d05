namespace TermNews.Core.Clusters;

/// <summary>The clusters that a new story may belong to, and what their comparison gave. Used for one story after the other.</summary>
/// <param name="index">The stories that are looked at, the new one among them.</param>
/// <param name="nearness">Compares stories with clusters.</param>
/// <param name="counts">How often words were seen.</param>
internal sealed class Candidates(StoryIndex index, Nearness nearness, TermCounts counts)
{
    /// <summary>A word that a larger share of the headlines has finds no clusters.</summary>
    private const int MostHeadlines = 60;
    private const double MostShare = 0.01;

    private static readonly long Window = (long)Clusterer.Window.TotalSeconds;

    private readonly List<int> _stories = [];
    private readonly List<Comparison> _comparisons = [];
    private readonly HashSet<long> _seen = [];
    private readonly WeighedHeadline _headline = new(counts);

    /// <summary>The length of the story's headline as a vector.</summary>
    public double Length => _headline.Length;

    /// <summary>
    /// Looks for the candidates of a story, in place of those of the one before, and compares it with them as they are. Several stories may do so at
    /// a time.
    /// </summary>
    /// <param name="report">The story.</param>
    /// <param name="number">Its number.</param>
    /// <param name="first">The first story of which it is not known as yet into which cluster it comes.</param>
    public void Compare(Report report, int number, int first)
    {
        _headline.Weigh(report.Headline);
        Find(report, number);
        _comparisons.Clear();
        _seen.Clear();
        foreach (var story in _stories)
        {
            if (story >= first)
                _comparisons.Add(new Comparison(story, Size: 0, Nearness: 0));
            else if (index.ClusterOf(story) is var cluster && _seen.Add(cluster.Id))
                _comparisons.Add(new Comparison(story, cluster.Size, nearness.Of(report, _headline, cluster)));
        }
    }

    /// <summary>The clusters that are near enough, in no order. Those that changed meanwhile are compared again.</summary>
    public List<(double Nearness, Cluster Cluster)> Near(Report report)
    {
        List<(double Nearness, Cluster Cluster)> found = [];
        _seen.Clear();
        foreach (var compared in _comparisons)
        {
            var cluster = index.ClusterOf(compared.Story);
            var near = compared.Size == cluster.Size ? compared.Nearness : _seen.Add(cluster.Id) ? nearness.Of(report, _headline, cluster) : 0;
            if (near >= Nearness.Enough)
                found.Add((near, cluster));
        }
        return found;
    }

    /// <summary>The stories before it that share a rare word with it and are of the days around it; some more than once.</summary>
    private void Find(Report report, int number)
    {
        var most = Math.Max(MostHeadlines, MostShare * counts.Headlines);
        _stories.Clear();
        foreach (ref readonly var word in report.IsOfUnknownAge ? [] : _headline.Words)
        {
            if (word.Headlines <= most)
                index.Find(word.Word, number, Window, _stories);
        }
    }

    /// <summary>What the comparison with a cluster gave. Clusters only grow, so that one of the same size is the same.</summary>
    /// <param name="Story">One of the stories of the cluster.</param>
    /// <param name="Size">How many stories it had; 0 where it was not compared.</param>
    /// <param name="Nearness">How near it was; 0 where it was not near enough.</param>
    private readonly record struct Comparison(int Story, int Size, double Nearness);
}
