namespace TermNews.Core.Clusters;

/// <summary>
/// Scores a story against a cluster: cosine similarity of the headline and the centroid, less penalties, plus a bonus if the leads agree.
/// Safe for several threads at a time, as long as no cluster changes. The figures of the thresholds are explained in
/// <see cref="Clusterer"/>.
/// </summary>
/// <param name="counts">Document frequencies, with those of the stories compared.</param>
/// <param name="leads">Evidence of the leads.</param>
internal sealed class Nearness(TermCounts counts, LeadEvidence leads)
{
    /// <summary>
    /// Least score of a story that joins a cluster; the scale is that of the cosine, 0 to 1. On the UCI headlines 0.17 gains 0.009 of
    /// recall and loses 0.005 of precision; 0.20 loses 0.016 of recall and gains 0.005 of precision.
    /// </summary>
    public const double Enough = 0.185;

    /// <summary>
    /// Longest time from the first story of a cluster to its last: later stories are follow-ups, and columns of one name would gather for
    /// ever. On the UCI headlines three days lose 0.023 of recall and gain 0.003 of precision; six lose 0.0015 of precision and gain
    /// nothing.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(5);

    /// <summary>
    /// Penalty per day since the last story of the cluster. On the UCI headlines 0.05 gains 0.008 of recall and loses 0.003 of precision;
    /// 0.09 loses 0.010 of recall and gains 0.003 of precision; without it precision falls to 0.936.
    /// </summary>
    private const double OfADay = 0.07;

    /// <summary>
    /// Penalty if the cluster already has a story of this feed: few feeds report the same news twice under another headline. On the UCI
    /// headlines 0.10 and 0.14 move precision and recall by less than 0.002; without it recall gains 0.006 and precision loses 0.003.
    /// </summary>
    private const double OfTheSameFeed = 0.12;

    /// <summary>
    /// Bonus if the leads agree. Without it 84 % of the right pairs of the tests' stories are joined in place of 96 %; from 0.05 to 0.15
    /// the pairs stay the same.
    /// </summary>
    private const double OfTheSameLead = 0.1;

    /// <summary>
    /// If the leads agree, one informative shared word is enough; with two, 90 % of the right pairs in the tests are joined, not 96 %.
    /// </summary>
    private const double LeastWordsOfSameLead = 1;

    /// <summary>
    /// If the leads agree, this part of the usual rarity is enough. From 0 to 0.75 the pairs of the tests stay the same; with 1 only 82 %
    /// of the right ones are joined.
    /// </summary>
    private const double ChanceOfSameLead = 0.5;

    /// <summary>
    /// Least number of informative words shared with the cluster. On the UCI headlines one changes nothing above 0.0002, as a single word
    /// is hardly ever rare enough; three lose 0.079 of recall and gain 0.013 of precision.
    /// </summary>
    private const int LeastWords = 2;

    /// <summary>
    /// Margin, as a natural logarithm, by which the shared words have to be rarer than the best chance match. On the UCI headlines 0.5
    /// loses 0.002 of recall at equal precision; 0 gains 0.003 of recall and loses 0.001 of precision.
    /// </summary>
    private const double RarerThanChance = 0.25;

    /// <summary>
    /// Pseudo-count of headlines among which a chance match is sought: in a small database every word looks rare, and stories of common
    /// words were joined. From 0 to 1,000 precision and recall on the UCI headlines move by less than 0.001; 2,000 lose 0.002 of recall.
    /// </summary>
    private const int FewHeadlines = 500;

    private const int SecondsOfDay = 24 * 60 * 60;

    /// <summary>
    /// Least rarity of the shared words, as a negative logarithm of their probability: among n headlines chance finds one match of
    /// probability 1/n.
    /// </summary>
    private readonly double _byChance = Math.Log(counts.Headlines + FewHeadlines) + RarerThanChance;

    /// <summary>Whether script, language and age allow a story in a cluster. An unknown language matches every other.</summary>
    public static bool MayBeSame(Report report, Cluster cluster) =>
        cluster.Script == report.Headline.Script && report.At - cluster.FirstAt <= Longest.TotalSeconds
        && (cluster.Language is not { } theirs || report.Language is not { } own || theirs == own);

    /// <summary>Score of a story against a cluster; 0 if a rule excludes it or the shared words may be a chance match.</summary>
    /// <param name="report">The story.</param>
    /// <param name="headline">Its headline with IDF weights.</param>
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
        var nearness = likeness.Cosine - OfADay * Math.Max(0, report.At - cluster.LastAt) / SecondsOfDay;
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
