namespace TermNews.Core.Clusters;

/// <summary>Candidate clusters of a story, with their scores. An instance is reused from story to story.</summary>
/// <param name="index">Inverted index of all stories, the new one included.</param>
/// <param name="nearness">Scores stories against clusters.</param>
/// <param name="counts">Document frequencies of words.</param>
internal sealed class Candidates(StoryIndex index, Nearness nearness, TermCounts counts)
{
    /// <summary>
    /// Highest document frequency of a word that finds candidates, or <see cref="MostShare"/> of the headlines if that is more. On the UCI
    /// headlines 120 finds the same clusters, 44 loses 0.002 of recall.
    /// </summary>
    private const int MostHeadlines = 60;

    /// <summary>
    /// Share of the headlines, which takes over from 6,000 of them on. It limits the cost: on the UCI headlines 3 % finds the same
    /// clusters.
    /// </summary>
    private const double MostShare = 0.01;

    private static readonly long Window = (long)Clusterer.Window.TotalSeconds;

    private readonly List<int> _stories = [];
    private readonly List<Comparison> _comparisons = [];
    private readonly HashSet<long> _seen = [];
    private readonly WeighedHeadline _headline = new(counts);

    /// <summary>Euclidean norm of the headline vector.</summary>
    public double Norm => _headline.Norm;

    /// <summary>Finds and scores the candidates of a story, replacing those of the previous one. Instances may work in parallel.</summary>
    /// <param name="report">The story.</param>
    /// <param name="number">Its number in the index.</param>
    /// <param name="first">Number of the first story not yet assigned to a cluster.</param>
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

    /// <summary>
    /// The clusters with a score of <see cref="Nearness.Enough"/> or more, unordered. Clusters that grew meanwhile are scored again.
    /// </summary>
    public List<(double Nearness, Cluster Cluster)> Near(Report report)
    {
        List<(double Nearness, Cluster Cluster)> found = [];
        _seen.Clear();
        foreach (var compared in _comparisons)
        {
            var cluster = index.ClusterOf(compared.Story);
            var near = compared.Size == cluster.Size ? compared.Nearness
                : _seen.Add(cluster.Id) ? nearness.Of(report, _headline, cluster) : 0;
            if (near >= Nearness.Enough)
                found.Add((near, cluster));
        }
        return found;
    }

    /// <summary>Collects earlier stories within the window that share a rare word, with repetitions.</summary>
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

    /// <summary>Score against a cluster. Clusters only grow, so equal size means an unchanged cluster.</summary>
    /// <param name="Story">Number of one story of the cluster.</param>
    /// <param name="Size">Stories in it at the time; 0 if not scored yet.</param>
    /// <param name="Nearness">The score; 0 if excluded or not scored yet.</param>
    private readonly record struct Comparison(int Story, int Size, double Nearness);
}
