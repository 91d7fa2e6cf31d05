namespace TermNews.Core.Clusters;

/// <summary>
/// Groups the stories that report the same news, by incremental clustering: each story in turn joins the best cluster or founds one.
/// </summary>
/// <remarks>
/// A headline is a vector of words and bigrams, weighted by IDF (<see cref="TermCounts"/>, with additive smoothing). A story joins the
/// cluster whose centroid has the highest cosine similarity (<see cref="Nearness"/>), less penalties for age and for a repeated feed, if
/// their shared words are rarer than a chance match and their leads do not contradict (<see cref="LeadEvidence"/>). The centroid is updated
/// with each story; a story near several clusters merges them if their centroids are similar too. An inverted index
/// (<see cref="StoryIndex"/>) limits the comparison to stories of a few days that share a rare word. Equal page addresses and equal texts,
/// and near copies found by shingles, join without a look at the headline. A wrong cluster hides news, so precision comes before recall.
/// The result depends on nothing but the stories and their order. Figures next to the thresholds are B³ precision and recall on 4,436
/// labelled headlines of the UCI News Aggregator data set, where the thresholds as they are
/// give 0.9616 and 0.8139 (no leads there); or pairs of the labelled stories in the tests (with leads, in twelve languages), of which no
/// wrong one is joined and 96 % of the right ones.
/// </remarks>
/// <param name="counts">Document frequencies of words.</param>
internal sealed class Clusterer(TermCounts counts)
{
    /// <summary>
    /// The largest distance in time between a story and a story of the cluster that it joins. On the UCI headlines 48 hours lose 0.006 of
    /// recall and gain 0.002 of precision, 72 hours gain 0.002 of recall and lose 0.002 of precision.
    /// </summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(60);

    /// <summary>
    /// Cosine similarity of two centroids, 0 to 1, from which on the clusters merge when a headline is near both. On the UCI headlines 0.22
    /// loses 0.0035 of recall at equal precision; 0.19 gains 0.001 of recall and loses 0.0015 of precision.
    /// </summary>
    private const double SameNews = 0.21;

    /// <summary>
    /// Stories compared in parallel before the first of them is assigned to a cluster. With 64 clustering took a tenth more CPU time, as
    /// threads waited for each other; with more stories more comparisons become stale and are repeated.
    /// </summary>
    private const int AtOnce = 512;

    private readonly Dictionary<long, Report> _byPage = [];
    private readonly Dictionary<long, Report> _byText = [];
    private readonly Dictionary<long, Cluster> _loaded = [];
    private readonly ReportReader _reader = new();
    private readonly StoryIndex _index = new();
    private readonly LeadEvidence _leads = new();
    private readonly Lock _counting = new();

    /// <summary>Adds a story with the cluster that an earlier run assigned to it.</summary>
    public void Load(ClusterItem item)
    {
        var cluster = item.ClusterId is { } id && _loaded.TryGetValue(id, out var known) ? known : new Cluster(item.ClusterId ?? item.Id);
        if (item.ClusterId is { } own)
            _loaded.TryAdd(own, cluster);
        _loaded[item.Id] = cluster;
        var report = _reader.Read(item);
        _leads.Count(report);
        _index.Add(report);
        Put(report, _index.Count - 1, cluster);
    }

    /// <summary>Reads new stories and counts their words, without clustering them. Safe for several threads at a time.</summary>
    public IReadOnlyList<Report> Read(IReadOnlyList<ClusterItem> items)
    {
        var reader = new ReportReader();
        Report[] reports = [.. items.Select(reader.Read)];
        lock (_counting)
        {
            foreach (var report in reports)
            {
                counts.Add(report.Headline);
                _leads.Count(report);
            }
        }
        return reports;
    }

    /// <summary>Assigns new stories to clusters, in their order. Document frequencies already include all of them.</summary>
    /// <param name="reports">Stories from <see cref="Read"/>.</param>
    /// <param name="cancellationToken">Stops the work; the clusterer is unusable then.</param>
    /// <returns>The id of the cluster of each story whose cluster changed; a new story that stays alone is absent.</returns>
    public IReadOnlyDictionary<long, long> Add(IReadOnlyList<Report> reports, CancellationToken cancellationToken)
    {
        _index.Expect(reports);
        _leads.Expect(reports);
        _byPage.EnsureCapacity(_byPage.Count + reports.Count);
        var changed = new Dictionary<long, long>();
        var nearness = new Nearness(counts, _leads);
        Candidates[] candidates = [.. reports.Take(AtOnce).Select(_ => new Candidates(_index, nearness, counts))];
        foreach (var block in reports.Chunk(AtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var first = _index.Count;
            foreach (var report in block)
                _index.Add(report);
            Parallel.For(0, block.Length, at => candidates[at].Compare(block[at], first + at, first));
            for (var at = 0; at < block.Length; at++)
                Add(block[at], first + at, candidates[at], changed);
        }
        return changed;
    }

    private void Add(Report report, int number, Candidates candidates, Dictionary<long, long> changed)
    {
        var near = SameOf(report) is { } same ? [same] : NearestOf(candidates.Near(report));
        if (near.Count == 0)
        {
            Put(report, number, new Cluster(report.Id) { NormOfFirst = candidates.Norm });
            return;
        }
        var cluster = near[0];
        var before = cluster.Id;
        Put(report, number, cluster);
        var joined = near.Skip(1).Count(other => Join(other, cluster));
        foreach (var story in joined == 0 && before == cluster.Id && cluster.Size > 2 ? [report] : cluster.Stories)
            changed[story.Id] = cluster.Id;
    }

    /// <summary>Merges one cluster into another if both report the same news.</summary>
    private bool Join(Cluster other, Cluster cluster)
    {
        var isSame = !other.IsApartFrom(cluster) && other.CosineTo(cluster, counts) >= SameNews
            && _leads.Compare(other, cluster) != Leads.Differ;
        if (isSame)
            cluster.Add(other);
        return isSame;
    }

    private void Put(Report report, int number, Cluster cluster)
    {
        cluster.Add(report);
        _index.Put(number, cluster);
        if (report.Page is { } page)
            _byPage.TryAdd(page, report);
        if (report.Text is { } text)
            _byText.TryAdd(text, report);
        _leads.Put(report);
    }

    /// <summary>The cluster with the same page, the same text or a near copy of it; null for none.</summary>
    private Cluster? SameOf(Report report)
    {
        var same = (report.Page is { } page && _byPage.TryGetValue(page, out var found))
                || (report.Text is { } text && _byText.TryGetValue(text, out found))
            ? found.Cluster
            : _leads.CopiedFrom(report)?.Cluster is { } original && Nearness.MayBeSame(report, original) ? original : null;
        return same is not null && !same.HasOtherIssueOf(report) && Math.Abs(report.At - same.LastAt) <= Window.TotalSeconds ? same : null;
    }

    private static List<Cluster> NearestOf(List<(double Nearness, Cluster Cluster)> near) => near.Count == 0 ? [] :
        [.. near.OrderByDescending(pair => pair.Nearness).ThenBy(pair => pair.Cluster.Id).Take(3).Select(pair => pair.Cluster)];
}
