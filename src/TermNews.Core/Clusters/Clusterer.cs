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

    /// <summary>What goes on for longer is followed up: other news.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(5);

    /// <summary>How near a headline has to be to the middle of a cluster's.</summary>
    private const double Near = 0.185;

    /// <summary>How near the middles of two clusters have to be that a headline belongs to both of.</summary>
    private const double SameNews = 0.22;

    /// <summary>What each day since the cluster's last story takes off.</summary>
    private const double OfADay = 0.07;

    /// <summary>What it takes off that the same feed is in the cluster already: few report the same news twice under another headline.</summary>
    private const double OfTheSameFeed = 0.12;

    /// <summary>What it adds that the leads say the same.</summary>
    private const double OfTheSameLead = 0.1;

    /// <summary>What is asked of the headlines where the leads say the same: as many words that tell something, and this part of the rarity.</summary>
    private const double LeastWordsOfSameLead = 1;
    private const double ChanceOfSameLead = 0.5;

    /// <summary>Words that two headlines share at least, of those that tell something.</summary>
    private const int LeastWords = 2;

    /// <summary>A word that a larger share of the headlines has finds no clusters.</summary>
    private const int MostHeadlines = 60;
    private const double MostShare = 0.01;

    /// <summary>Of the stories with a word only the last are looked at: so many are the same news, or the word tells nothing.</summary>
    private const int MostStoriesOfWord = 60;

    /// <summary>By how much, as a logarithm, what two headlines share has to be rarer than what chance brings together.</summary>
    private const double RarerThanChance = 0.5;

    /// <summary>Among few headlines little is known of what is rare: as if there were so many more.</summary>
    private const int FewHeadlines = 500;

    private const int SecondsOfDay = 24 * 60 * 60;

    /// <summary>
    /// When each story with a word was, in the order in which they came, and the last time that one of them or of those before it has. Clusters stand
    /// for the stories, so that most are told to be none of those looked for without a look at the story.
    /// </summary>
    private readonly Dictionary<int, List<(long LastAt, long At, Cluster Cluster)>> _byWord = [];
    private readonly Dictionary<long, Report> _byPage = [];
    private readonly Dictionary<long, Report> _byText = [];
    private readonly Dictionary<long, Cluster> _loaded = [];
    private readonly ReportReader _reader = new();
    private readonly LeadEvidence _leads = new();
    private readonly Lock _counting = new();
    private readonly List<Cluster> _candidates = [];
    private readonly WeighedHeadline _headline = new(counts);

    /// <summary>Takes over a story that was put into its cluster before.</summary>
    public void Load(ClusterItem item)
    {
        var cluster = item.ClusterId is { } id && _loaded.TryGetValue(id, out var known) ? known : new Cluster(item.ClusterId ?? item.Id);
        if (item.ClusterId is { } own)
            _loaded.TryAdd(own, cluster);
        _loaded[item.Id] = cluster;
        var report = _reader.Read(item);
        _leads.Count(report);
        Put(report, cluster);
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
        var changed = new Dictionary<long, long>();
        foreach (var report in reports)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(report, changed);
        }
        return changed;
    }

    private void Add(Report report, Dictionary<long, long> changed)
    {
        var near = SameOf(report) is { } same ? [same] : NearTo(report);
        var cluster = near.Count > 0 ? near[0] : new Cluster(report.Id);
        var before = cluster.Id;
        Put(report, cluster);
        if (near.Count == 0)
            return;
        foreach (var other in near.Skip(1).Where(other => other != cluster && !other.IsApartFrom(cluster)
            && other.NearnessTo(cluster, counts) >= SameNews && _leads.Compare(other, cluster) != Leads.Differ))
        {
            cluster.Add(other);
            before = -1;
        }
        foreach (var story in before == cluster.Id && cluster.Size > 2 ? [report] : cluster.Stories)
            changed[story.Id] = cluster.Id;
    }

    private void Put(Report report, Cluster cluster)
    {
        cluster.Add(report);
        foreach (var word in report.IsOfUnknownAge ? [] : report.Headline.Words)
        {
            if (!_byWord.TryGetValue((int)word, out var stories))
                _byWord[(int)word] = stories = [];
            stories.Add((stories.Count > 0 ? Math.Max(stories[^1].LastAt, report.At) : report.At, report.At, cluster));
        }
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
            : _leads.CopiedFrom(report)?.Cluster is { } original && MayBeSame(report, original) ? original : null;
        return same is not null && !same.HasOtherIssueOf(report) && Math.Abs(report.At - same.LastAt) <= Window.TotalSeconds ? same : null;
    }

    /// <summary>The clusters that are near enough, nearest first.</summary>
    private IReadOnlyList<Cluster> NearTo(Report report)
    {
        var candidates = CandidatesFor(report);
        if (candidates.Count == 0)
            return [];
        _headline.Weigh(report.Headline);
        var byChance = Math.Log(counts.Headlines + FewHeadlines) + RarerThanChance;   // Among so many headlines chance brings together what is less rare.
        List<(double Nearness, Cluster Cluster)> found = [];
        foreach (var cluster in candidates)
        {
            if (MayBeSame(report, cluster) && NearnessOf(report, cluster, cluster.LikenessTo(_headline, counts), byChance) is var nearness and >= Near)
                found.Add((nearness, cluster));
        }
        return found.Count == 0 ? [] : [.. found.OrderByDescending(pair => pair.Nearness).ThenBy(pair => pair.Cluster.Id).Take(3).Select(pair => pair.Cluster)];
    }

    /// <summary>How near a story is to a cluster, all evidence together; 0 where some speaks against it, or what headlines share is no more than chance.</summary>
    private double NearnessOf(Report report, Cluster cluster, Likeness likeness, double byChance)
    {
        var tells = likeness.Words >= LeastWords && likeness.Rarity >= byChance;
        var mayTell = likeness.Words >= LeastWordsOfSameLead && likeness.Rarity >= byChance * ChanceOfSameLead;
        if (!tells && !mayTell)
            return 0;
        var nearness = likeness.Nearness - OfADay * Math.Max(0, report.At - cluster.LastAt) / SecondsOfDay
            - (cluster.HasFeed(report.FeedId) ? OfTheSameFeed : 0);
        if (nearness < Near - OfTheSameLead || cluster.HasOtherIssueOf(report))
            return 0;
        return _leads.Compare(report.Opening, cluster) switch
        {
            Leads.Differ => 0,
            Leads.Silent => tells ? nearness : 0,
            Leads.Agree => nearness + OfTheSameLead,
            var leads => throw new ArgumentOutOfRangeException(nameof(report), leads, null),
        };
    }

    private static bool MayBeSame(Report report, Cluster cluster) =>
        cluster.Script == report.Headline.Script && report.At - cluster.FirstAt <= Longest.TotalSeconds
        && (cluster.Language is not { } theirs || report.Language is not { } own || theirs == own);

    /// <summary>The clusters that share a rare word with a story and are of the days around it.</summary>
    private List<Cluster> CandidatesFor(Report report)
    {
        var (most, window) = (Math.Max(MostHeadlines, MostShare * counts.Headlines), (long)Window.TotalSeconds);
        _candidates.Clear();
        foreach (var word in report.IsOfUnknownAge ? [] : report.Headline.Words)
        {
            if (counts.CountOf((int)word) > most || !_byWord.TryGetValue((int)word, out var stories))
                continue;
            var oldest = Math.Max(0, stories.Count - MostStoriesOfWord);
            for (var at = stories.Count - 1; at >= oldest && report.At - stories[at].LastAt <= window; at--)
            {
                if (Math.Abs(stories[at].At - report.At) <= window && stories[at].Cluster.Whole is var cluster && cluster.IsNewTo(report.Id))
                    _candidates.Add(cluster);
            }
        }
        return _candidates;
    }
}
