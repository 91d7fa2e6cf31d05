namespace TermNews.Core.Clusters;

/// <summary>How near stories are to clusters by their headlines and leads. Several threads may compare at a time, while no cluster changes.</summary>
/// <param name="counts">How often words were seen, of all stories that are compared.</param>
/// <param name="leads">What is known from the leads.</param>
internal sealed class Nearness(TermCounts counts, LeadEvidence leads)
{
    /// <summary>How near a headline has to be to the middle of a cluster's.</summary>
    public const double Enough = 0.185;

    /// <summary>What goes on for longer is followed up: other news.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(5);

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

    /// <summary>By how much, as a logarithm, what two headlines share has to be rarer than what chance brings together.</summary>
    private const double RarerThanChance = 0.25;

    /// <summary>Among few headlines little is known of what is rare: as if there were so many more.</summary>
    private const int FewHeadlines = 500;

    private const int SecondsOfDay = 24 * 60 * 60;

    /// <summary>What chance brings together is less rare than this: the less rare, the more headlines there are.</summary>
    private readonly double _byChance = Math.Log(counts.Headlines + FewHeadlines) + RarerThanChance;

    /// <summary>Whether script, language and time let a story belong to a cluster.</summary>
    public static bool MayBeSame(Report report, Cluster cluster) =>
        cluster.Script == report.Headline.Script && report.At - cluster.FirstAt <= Longest.TotalSeconds
        && (cluster.Language is not { } theirs || report.Language is not { } own || theirs == own);

    /// <summary>How near a story is to a cluster, all evidence together; 0 where some speaks against it, or what headlines share is no more than chance.</summary>
    /// <param name="report">The story.</param>
    /// <param name="headline">Its headline.</param>
    /// <param name="cluster">The cluster.</param>
    public double Of(Report report, WeighedHeadline headline, Cluster cluster)
    {
        if (!MayBeSame(report, cluster))
            return 0;
        var likeness = cluster.LikenessTo(headline, counts);
        var tells = likeness.Words >= LeastWords && likeness.Rarity >= _byChance;
        var mayTell = likeness.Words >= LeastWordsOfSameLead && likeness.Rarity >= _byChance * ChanceOfSameLead;
        if (!tells && !mayTell)
            return 0;
        var nearness = likeness.Nearness - OfADay * Math.Max(0, report.At - cluster.LastAt) / SecondsOfDay;
        if (nearness < Enough - OfTheSameLead)
            return 0;
        nearness -= cluster.HasFeed(report.FeedId) ? OfTheSameFeed : 0;
        if (nearness < Enough - OfTheSameLead || cluster.HasOtherIssueOf(report))
            return 0;
        return leads.Compare(report.Opening, cluster) switch
        {
            Leads.Differ => 0,
            Leads.Silent => tells ? nearness : 0,
            Leads.Agree => nearness + OfTheSameLead,
            var others => throw new ArgumentOutOfRangeException(nameof(report), others, null),
        };
    }
}
