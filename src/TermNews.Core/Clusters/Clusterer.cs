namespace TermNews.Core.Clusters;

/// <summary>
/// Finds which stories report the same news. Three kinds of evidence: the same page, the same text (a copy that an agency sent to many), and
/// headlines that share words which few others have. Each story looks only at those of a few days that share a rare word with it. A wrong
/// grouping hides news, so everything doubtful stays apart. The same stories in the same order always give the same clusters.
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

    private readonly Dictionary<int, List<(long At, long Story)>> _byWord = [];
    private readonly Dictionary<string, long> _byLink = new(StringComparer.Ordinal);
    private readonly Dictionary<long, long> _byText = [];
    private readonly Dictionary<long, Cluster> _clusterOf = [];
    private readonly LeadEvidence _leads = new();

    /// <summary>Takes over a story that was put into its cluster before.</summary>
    public void Load(ClusterItem item)
    {
        var headline = Headline.Of(item.Title);
        var opening = _leads.Read(item);
        var cluster = item.ClusterId is { } id && _clusterOf.TryGetValue(id, out var known) ? known : new Cluster(item.ClusterId ?? item.Id);
        if (item.ClusterId is { } own)
            _clusterOf.TryAdd(own, cluster);
        Put(item, headline, opening, cluster);
    }

    /// <summary>Finds the clusters of new stories, one after the other, or makes them; what is rare is known from all of them before.</summary>
    /// <returns>The stories whose cluster is another now, each with the id of its cluster; a new one only where it is not alone.</returns>
    public IReadOnlyDictionary<long, long> Add(IReadOnlyList<ClusterItem> items)
    {
        List<Headline> headlines = [.. items.Select(item => Headline.Of(item.Title))];
        foreach (var headline in headlines)
            counts.Add(headline.Words);
        List<Opening?> openings = [.. items.Select(_leads.Read)];
        var changed = new Dictionary<long, long>();
        foreach (var (at, item) in items.Index())
            Add(item, headlines[at], openings[at], changed);
        return changed;
    }

    private void Add(ClusterItem item, Headline headline, Opening? opening, Dictionary<long, long> changed)
    {
        var near = SameOf(item, headline, opening) is { } same ? [same] : NearTo(item, headline, opening);
        var cluster = near.Count > 0 ? near[0] : new Cluster(item.Id);
        var before = cluster.Id;
        Put(item, headline, opening, cluster);
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
        foreach (var story in before == cluster.Id && cluster.Size > 2 ? [item.Id] : cluster.Stories)
            changed[story] = cluster.Id;
    }

    private void Put(ClusterItem item, Headline headline, Opening? opening, Cluster cluster)
    {
        cluster.Add(item, headline, opening);
        _clusterOf[item.Id] = cluster;
        foreach (var word in headline.Words)
        {
            if (!_byWord.TryGetValue(word, out var stories))
                _byWord[word] = stories = [];
            stories.Add((item.At, item.Id));
        }
        if (PageAddress.KeyOf(item.Link) is { } link)
            _byLink.TryAdd(link, item.Id);
        if (item.TextFingerprint is { } text)
            _byText.TryAdd(text, item.Id);
        if (opening is not null)
            _leads.Put(item, opening);
    }

    /// <summary>The cluster that has the same page or the same text; null for none.</summary>
    private Cluster? SameOf(ClusterItem item, Headline headline, Opening? opening)
    {
        var same = (PageAddress.KeyOf(item.Link) is { } link && _byLink.TryGetValue(link, out var story))
            || (item.TextFingerprint is { } text && _byText.TryGetValue(text, out story))
            || (opening is not null && _leads.CopiedFrom(item, opening) is { } copied && (story = copied) > 0) ? _clusterOf[story] : null;
        return same is not null && !same.HasOtherIssueOf(item.FeedId, headline) && Math.Abs(item.At - same.LastAt) <= Window.TotalSeconds ? same : null;
    }

    /// <summary>The clusters that are near enough, nearest first.</summary>
    private List<Cluster> NearTo(ClusterItem item, Headline headline, Opening? opening)
    {
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
            if (likeness.Words < 1 || likeness.Rarity < byChance / 2 || !MayBeSame(item, headline, cluster))
                continue;
            var nearness = likeness.Nearness - OfADay * Math.Max(0, item.At - cluster.LastAt) / SecondsOfDay;
            if (nearness < Near - OfTheSameLead)
                continue;
            var leads = _leads.Compare(opening, cluster);
            if (leads == Leads.Differ || (leads != Leads.Agree && (likeness.Words < LeastWords || likeness.Rarity < byChance)))
                continue;
            nearness += leads == Leads.Agree ? OfTheSameLead : 0;
            found.Add((cluster.HasFeed(item.FeedId) ? nearness - OfTheSameFeed : nearness, cluster));
        }
        return [.. found.Where(pair => pair.Nearness >= Near).OrderByDescending(pair => pair.Nearness).ThenBy(pair => pair.Cluster.Id)
            .Take(3).Select(pair => pair.Cluster)];
    }

    private static bool MayBeSame(ClusterItem item, Headline headline, Cluster cluster) =>
        cluster.Script == headline.Script && item.At - cluster.FirstAt <= Longest.TotalSeconds && !cluster.HasOtherIssueOf(item.FeedId, headline)
        && (cluster.Language is not { } theirs || Cluster.LanguageOf(item) is not { } own || theirs == own);

    private HashSet<Cluster> CandidatesFor(ClusterItem item, Headline headline)
    {
        var most = Math.Max(MostHeadlines, MostShare * counts.Headlines);
        HashSet<Cluster> candidates = [];
        foreach (var word in headline.Words)
        {
            if (counts.CountOf(word) > most || !_byWord.TryGetValue(word, out var stories))
                continue;
            for (var at = stories.Count - 1; at >= Math.Max(0, stories.Count - MostStoriesOfWord); at--)
            {
                if (Math.Abs(stories[at].At - item.At) <= Window.TotalSeconds)
                    candidates.Add(_clusterOf[stories[at].Story]);
            }
        }
        return candidates;
    }
}
