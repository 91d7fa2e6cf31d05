namespace TermNews.Core.Ranking;

/// <summary>
/// The constants of scoring and learning that cannot be configured; the weights of evidence are in <see cref="EvidenceKinds"/>. They are
/// judgements held by the property tests of the rankings and of learning; a comment names the commit where one was
/// measured or mended.
/// </summary>
internal static class Weights
{
    /// <summary>The factor of every further counter of a story, so that feeds do not win by the number of their counters.</summary>
    public const double FurtherCounter = 0.25;

    /// <summary>The factor of the least counted story of a feed: being counted at all says a little.</summary>
    public const double AnyCounter = 0.1;

    /// <summary>
    /// Pseudo-count (additive smoothing) of stories with a higher value: with few stories no percentile comes near 1, so the better of two
    /// is not "more than all".
    /// </summary>
    public const int UnseenStories = 4;

    /// <summary>The percentile of its feed from which a counter counts in Must-Read: the top fifth.</summary>
    public const double RemarkablePercentile = 0.8;

    /// <summary>
    /// Stories per day from which a feed is a flood, which only gets places in Must-Read that other feeds leave. News agencies stay below
    /// it; above are feeds of everything (commit b38adcb).
    /// </summary>
    public const double FloodPerDay = 200;

    /// <summary>The age up to which stories are candidates: 28 half-lives of Popular, 7 of Must-Read.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(14);

    /// <summary>The strength of interest that gives half the limit: that of a feed which is opened four times as often as others.</summary>
    public const double HalfOfInterest = 2;

    /// <summary>The sum of strengths from which interest counts: below it most stories would have some.</summary>
    public const double LeastInterest = 0.5;

    /// <summary>
    /// The strength, up or down, from which a feed, category or term counts as learnt: opened 1.2 times as often as expected.
    /// </summary>
    public const double LeastStrength = 0.3;

    /// <summary>
    /// Pseudo-count (additive smoothing) of deeds, both observed and expected: with few deeds the estimate stays near neutral.
    /// </summary>
    public const double InterestPrior = 3;

    /// <summary>
    /// Average weight of a deed. It sets the standard deviation that chance alone would give (binomial, for small shares).
    /// </summary>
    public const double UsualDeeds = 1.5;

    /// <summary>
    /// Standard deviations above expectation from which a feed or category is significant: 2.3 % false positives (normal, one side).
    /// </summary>
    public const double Deviations = 2;

    /// <summary>
    /// The same for a term. Thousands of words are tested at once: with two deviations hundreds of them would be significant by chance,
    /// with three 0.13 %.
    /// </summary>
    public const double DeviationsOfTerm = 3;

    /// <summary>Stories saved or hidden in the same second were marked in bulk; together they count as so many.</summary>
    public const int MostTogether = 5;

    /// <summary>Stories acted on from which a feed or category is learnt: one is an accident.</summary>
    public const int LeastStories = 2;

    /// <summary>The same for a term: there are many terms, and two headlines soon share one.</summary>
    public const int LeastStoriesOfTerm = 3;

    /// <summary>Document frequency above which a term is a stop word of its language: a larger share of its headlines has it.</summary>
    public const double MostCommonTerm = 0.04;

    /// <summary>Weighted deeds from which the reader has habits that exploration can look beyond.</summary>
    public const double EnoughToExplore = 15;

    /// <summary>The strength up to which a feed is seldom opened: at most 0.7 times as often as others (2^-0.5).</summary>
    public const double SeldomLift = -0.5;

    /// <summary>Half-life of a deed, with exponential decay: interests of a season fade within three months.</summary>
    public static readonly TimeSpan InterestHalfLife = TimeSpan.FromDays(28);

    /// <summary>The age at which Popular evidence counts half: yesterday's talk gives way to today's.</summary>
    public static readonly TimeSpan PopularHalfLife = TimeSpan.FromHours(12);

    /// <summary>The age at which Must-Read evidence counts half: a reader who was away for a weekend still sees Friday's news.</summary>
    public static readonly TimeSpan MustReadHalfLife = TimeSpan.FromHours(48);

    /// <summary>
    /// The weight of a deed. Deeds on one story add up: a story saved after it was read to the end counts four times as much as one that
    /// was only opened. Hiding takes as much effort as saving and says the opposite.
    /// </summary>
    public static double OfDeed(InterestDeed deed) => deed switch
    {
        InterestDeed.Opened or InterestDeed.Finished => 1,
        InterestDeed.Saved or InterestDeed.Hidden => 2,
        InterestDeed.Commented => 3,
    };
}
