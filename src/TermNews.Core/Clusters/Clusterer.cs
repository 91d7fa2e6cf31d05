namespace TermNews.Core.Clusters;

/// <summary>
/// Finds which stories report the same news. Three kinds of evidence: the same page, the same text (a copy that an agency sent to many, perhaps with
/// a few words changed), and headlines that share words which few others have, unless their leads tell of something else. Each story looks only at
/// those of a few days that share a rare word with it. A wrong grouping hides news, so everything doubtful stays apart. The same stories in the same
/// order always give the same clusters.
/// </summary>
/// <param name="counts">How often words were seen.</param>
internal sealed class Clusterer(TermCounts counts)
{
    /// <summary>Stories that are further apart in time report different news.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(60);

    /// <summary>How near the middles of two clusters have to be that a headline belongs to both of.</summary>
    private const double SameNews = 0.21;

    /// <summary>
    /// Stories that are compared with the clusters as they are, before the first of them is put into one: with fewer the threads wait for each other
    /// too often, with more there is more to be compared again.
    /// </summary>
    private const int AtOnce = 512;

    private readonly Dictionary<long, Report> _byPage = [];
    private readonly Dictionary<long, Report> _byText = [];
    private readonly Dictionary<long, Cluster> _loaded = [];
    private readonly ReportReader _reader = new();
    private readonly StoryIndex _index = new();
    private readonly LeadEvidence _leads = new();
    private readonly Lock _counting = new();

    /// <summary>Takes over a story that was put into its cluster before.</summary>
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

    /// <summary>Reads new stories. They are in no cluster yet, but count in what is known of words. Several threads may read at a time.</summary>
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

    /// <summary>Finds the clusters of new stories, one after the other, or makes them; what is rare is known from all of them before.</summary>
    /// <param name="reports">The stories.</param>
    /// <param name="cancellationToken">Gives up; what was found until then is of no use.</param>
    /// <returns>The stories whose cluster is another now, each with the id of its cluster; a new one only where it is not alone.</returns>
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
            Put(report, number, new Cluster(report.Id) { LengthOfFirst = candidates.Length });
            return;
        }
        var cluster = near[0];
        var before = cluster.Id;
        Put(report, number, cluster);
        var joined = near.Skip(1).Count(other => Join(other, cluster));
        foreach (var story in joined == 0 && before == cluster.Id && cluster.Size > 2 ? [report] : cluster.Stories)
            changed[story.Id] = cluster.Id;
    }

    /// <summary>Takes one cluster into another where both report the same news.</summary>
    private bool Join(Cluster other, Cluster cluster)
    {
        var isSame = !other.IsApartFrom(cluster) && other.NearnessTo(cluster, counts) >= SameNews && _leads.Compare(other, cluster) != Leads.Differ;
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

    /// <summary>The cluster that has the same page, the same text or a copy of it; null for none.</summary>
    private Cluster? SameOf(Report report)
    {
        var same = (report.Page is { } page && _byPage.TryGetValue(page, out var found)) || (report.Text is { } text && _byText.TryGetValue(text, out found))
            ? found.Cluster
            : _leads.CopiedFrom(report)?.Cluster is { } original && Nearness.MayBeSame(report, original) ? original : null;
        return same is not null && !same.HasOtherIssueOf(report) && Math.Abs(report.At - same.LastAt) <= Window.TotalSeconds ? same : null;
    }

    private static List<Cluster> NearestOf(List<(double Nearness, Cluster Cluster)> near) => near.Count == 0 ? [] :
        [.. near.OrderByDescending(pair => pair.Nearness).ThenBy(pair => pair.Cluster.Id).Take(3).Select(pair => pair.Cluster)];
}
