namespace TermNews.Core.Clusters;

/// <summary>
/// Finds which stories report the same news. Three kinds of evidence: the same page, the same text (a copy that an agency sent to many, perhaps with
/// a few words changed), and headlines that share words which few others have, unless their leads tell of something else. Each story looks only at
/// those of a few days that share a rare word with it. A wrong grouping hides news, so everything doubtful stays apart. The same stories in the same
/// order always give the same clusters.
/// </summary>
/// <param name="counts">How often words were seen.</param>
public sealed class Clusterer(TermCounts counts)
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

    private readonly Dictionary<int, List<(long At, Cluster Cluster)>> _byWord = [];
    private readonly Dictionary<string, long> _byPage = new(StringComparer.Ordinal);
    private readonly Dictionary<long, long> _byText = [];
    private readonly Dictionary<long, Cluster> _clusterOf = [];
    private readonly LeadEvidence _leads = new();

    /// <summary>Takes over a story that was put into its cluster before.</summary>
    public void Load(ClusterItem item)
    {
        var report = Read(item);
        var cluster = item.ClusterId is { } id && _clusterOf.TryGetValue(id, out var known) ? known : new Cluster(item.ClusterId ?? item.Id);
        if (item.ClusterId is { } own)
            _clusterOf.TryAdd(own, cluster);
        Put(report, cluster);
    }

    /// <summary>Finds the clusters of new stories, one after the other, or makes them; what is rare is known from all of them before.</summary>
    /// <param name="items">The stories.</param>
    /// <param name="cancellationToken">Gives up; what was found until then is of no use.</param>
    /// <returns>The stories whose cluster is another now, each with the id of its cluster; a new one only where it is not alone.</returns>
    public IReadOnlyDictionary<long, long> Add(IReadOnlyList<ClusterItem> items, CancellationToken cancellationToken)
    {
        var reports = new List<Report>(items.Count);
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reports.Add(Read(item));
            counts.Add(reports[^1].Headline.Words);
        }
        var changed = new Dictionary<long, long>();
        foreach (var report in reports)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(report, changed);
        }
        return changed;
    }

    private Report Read(ClusterItem item) => new(item, Headline.Of(item.Title), _leads.Read(item), PageAddress.KeyOf(item.Link));

    private void Add(Report report, Dictionary<long, long> changed)
    {
        var near = SameOf(report) is { } same ? [same] : NearTo(report);
        var cluster = near.Count > 0 ? near[0] : new Cluster(report.Item.Id);
        var before = cluster.Id;
        Put(report, cluster);
        if (near.Count == 0)
            return;
        foreach (var other in near.Skip(1).Where(other => other != cluster && !other.IsApartFrom(cluster)
            && other.NearnessTo(cluster, counts) >= SameNews && _leads.Compare(other, cluster) != Leads.Differ))
        {
            cluster.Add(other);
            foreach (var story in other.Stories)
                _clusterOf[story] = cluster;
            before = -1;
        }
        foreach (var story in before == cluster.Id && cluster.Size > 2 ? [report.Item.Id] : cluster.Stories)
            changed[story] = cluster.Id;
    }

    private void Put(Report report, Cluster cluster)
    {
        var item = report.Item;
        cluster.Add(report);
        _clusterOf[item.Id] = cluster;
        foreach (var word in item.IsOfUnknownAge ? [] : report.Headline.Words)
        {
            if (!_byWord.TryGetValue(word, out var stories))
                _byWord[word] = stories = [];
            stories.Add((item.At, cluster));
        }
        if (report.Page is { } page)
            _byPage.TryAdd(page, item.Id);
        if (item.TextFingerprint is { } text)
            _byText.TryAdd(text, item.Id);
        if (report.Opening is { } opening)
            _leads.Put(item, opening);
    }

    /// <summary>The cluster that has the same page, the same text or a copy of it; null for none.</summary>
    private Cluster? SameOf(Report report)
    {
        var (item, same) = (report.Item, (Cluster?)null);
        if ((report.Page is { } page && _byPage.TryGetValue(page, out var story)) || (item.TextFingerprint is { } text && _byText.TryGetValue(text, out story)))
            same = _clusterOf[story];
        else if (report.Opening is { } opening && _leads.CopiedFrom(item, opening) is { } original && MayBeSame(report, _clusterOf[original]))
            same = _clusterOf[original];
        return same is not null && !same.HasOtherIssueOf(item.FeedId, report.Headline) && Math.Abs(item.At - same.LastAt) <= Window.TotalSeconds ? same : null;
    }

    /// <summary>The clusters that are near enough, nearest first.</summary>
    private List<Cluster> NearTo(Report report)
    {
        var (item, headline) = (report.Item, report.Headline);
        var weights = new double[headline.Features.Length];
        var squares = 0.0;
        for (var at = 0; at < weights.Length; at++)
        {
            var (tells, weight) = (counts.WeightOfFeature(headline.Features[at]), Headline.WeightOf(headline.Features[at]));
            weights[at] = tells * tells;
            squares += weight * weight * weights[at];
        }
        var length = Math.Max(Math.Sqrt(squares), double.Epsilon);
        var byChance = Math.Log(counts.Headlines + FewHeadlines) + RarerThanChance;   // Among so many headlines chance brings together what is less rare.
        List<(double Nearness, Cluster Cluster)> found = [];
        foreach (var cluster in CandidatesFor(item, headline))
        {
            var likeness = cluster.LikenessTo(headline, weights, length, counts);
            if (MayBeSame(report, cluster) && NearnessOf(report, cluster, likeness, byChance) is var nearness and >= Near)
                found.Add((nearness, cluster));
        }
        return [.. found.OrderByDescending(pair => pair.Nearness).ThenBy(pair => pair.Cluster.Id).Take(3).Select(pair => pair.Cluster)];
    }

    /// <summary>How near a story is to a cluster, all evidence together; 0 where some speaks against it, or what headlines share is no more than chance.</summary>
    private double NearnessOf(Report report, Cluster cluster, Likeness likeness, double byChance)
    {
        var tells = likeness.Words >= LeastWords && likeness.Rarity >= byChance;
        var mayTell = likeness.Words >= LeastWordsOfSameLead && likeness.Rarity >= byChance * ChanceOfSameLead;
        var nearness = likeness.Nearness - OfADay * Math.Max(0, report.Item.At - cluster.LastAt) / SecondsOfDay
            - (cluster.HasFeed(report.Item.FeedId) ? OfTheSameFeed : 0);
        if (!(tells || mayTell) || nearness < Near - OfTheSameLead)
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
        cluster.Script == report.Headline.Script && report.Item.At - cluster.FirstAt <= Longest.TotalSeconds
        && !cluster.HasOtherIssueOf(report.Item.FeedId, report.Headline)
        && (cluster.Language is not { } theirs || Cluster.LanguageOf(report.Item) is not { } own || theirs == own);

    private List<Cluster> CandidatesFor(ClusterItem item, Headline headline)
    {
        var most = Math.Max(MostHeadlines, MostShare * counts.Headlines);
        List<Cluster> candidates = [];
        foreach (var word in item.IsOfUnknownAge ? [] : headline.Words)
        {
            if (counts.CountOf(word) > most || !_byWord.TryGetValue(word, out var stories))
                continue;
            for (var at = stories.Count - 1; at >= Math.Max(0, stories.Count - MostStoriesOfWord); at--)
            {
                if (Math.Abs(stories[at].At - item.At) <= Window.TotalSeconds && stories[at].Cluster.Whole is var cluster && cluster.IsNewTo(item.Id))
                    candidates.Add(cluster);
            }
        }
        return candidates;
    }
}
