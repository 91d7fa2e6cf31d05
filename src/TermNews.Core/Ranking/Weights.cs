namespace TermNews.Core.Ranking;

/// <summary>
/// What each piece of evidence is worth, in one place. The scale: 1 is the story that beats all others of its feed by a counter
/// the feed publishes. Two sources are worth as much; each doubling of the sources as much again, because independent editors
/// choosing the same news say more than clicks do. What one reader did (views, comments) says something, but less.
/// </summary>
internal static class Weights
{
    /// <summary>Per doubling of the sources, in Popular.</summary>
    public const double Coverage = 1;

    /// <summary>The strongest counter of the feed.</summary>
    public const double Counter = 1;

    /// <summary>Every further counter of the same story, as a part of the first: feeds with many counters do not win by their number.</summary>
    public const double FurtherCounter = 0.25;

    /// <summary>The part of a counter's weight that the least counted story has already.</summary>
    public const double AnyCounter = 0.1;

    /// <summary>Stories that a feed is taken to have besides those seen, so that the better one of two is not "more than all".</summary>
    public const int UnseenStories = 4;

    /// <summary>Per doubling of the openings on this machine.</summary>
    public const double Views = 0.2;

    /// <summary>Per doubling of the reader's comments.</summary>
    public const double OwnComments = 0.4;

    /// <summary>Kept in Saved and not read yet.</summary>
    public const double Saved = 1;

    /// <summary>Pinned by the reader: above all else.</summary>
    public const double Pin = 1000;

    /// <summary>Asked for by a rule: above what is only widely covered.</summary>
    public const double Rule = 10;

    /// <summary>Per doubling of the sources, in Must-Read.</summary>
    public const double MustReadCoverage = 2;

    /// <summary>A feed that is all but silent.</summary>
    public const double RareFeed = 1.5;

    /// <summary>A counter counts in Must-Read only when the story beats this share of its feed.</summary>
    public const double RemarkableShare = 0.8;

    /// <summary>
    /// A feed that brings more than so many stories a day takes no place in Must-Read that another feed has: it gets those left over.
    /// News agencies stay below it; what is above is a flood, or a list of everything.
    /// </summary>
    public const double FloodPerDay = 200;

    /// <summary>Older stories are looked at only where these bring next to nothing.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(14);

    /// <summary>
    /// What interest adds at most: as much as a second source, so that it never outweighs wide coverage, a rule or a pin, and what
    /// everybody reports is seen also by those who care for something else.
    /// </summary>
    public const double Interest = 2;

    /// <summary>The strength of interest that adds half of what it can: a feed that is opened four times as often as others.</summary>
    public const double HalfOfInterest = 2;

    /// <summary>Weaker interest says nothing: else most stories would have some.</summary>
    public const double LeastInterest = 0.5;

    /// <summary>A feed, category or term whose strength is nearer to 0 is not taken for learnt.</summary>
    public const double LeastStrength = 0.3;

    /// <summary>Deeds that every subject is taken to have, both done and expected, so that little says little.</summary>
    public const double InterestPrior = 3;

    /// <summary>What is done with a story, weighted, on average: by it is told how far from what is expected chance leads.</summary>
    public const double UsualDeeds = 1.5;

    /// <summary>So many standard deviations from what is expected, a feed or category is no chance any more.</summary>
    public const double Deviations = 2;

    /// <summary>The same for a term: with two, thousands of words would bring hundreds of interests that are none.</summary>
    public const double DeviationsOfTerm = 3;

    /// <summary>Stories saved or hidden in the same second were marked in bulk; together they count as so many.</summary>
    public const int MostTogether = 5;

    /// <summary>A feed or category is learnt from so many stories on.</summary>
    public const int LeastStories = 2;

    /// <summary>A term is learnt from so many stories on; there are many of them, and two headlines soon share one.</summary>
    public const int LeastStoriesOfTerm = 3;

    /// <summary>A term that stands in a larger share of all headlines of its language tells nothing: it is the language's small change.</summary>
    public const double MostCommonTerm = 0.04;

    /// <summary>The one row a day from a feed that is seldom opened: it stands below what anything else speaks for.</summary>
    public const double Exploration = 0.1;

    /// <summary>Weighted deeds before there are habits to look beyond.</summary>
    public const double EnoughToExplore = 15;

    /// <summary>A feed that is opened at most 0.7 times as often as others is opened seldom.</summary>
    public const double SeldomLift = -0.5;

    /// <summary>The age at which a deed counts half for what is learnt.</summary>
    public static readonly TimeSpan InterestHalfLife = TimeSpan.FromDays(28);

    /// <summary>The age at which Popular evidence is worth half.</summary>
    public static readonly TimeSpan PopularHalfLife = TimeSpan.FromHours(12);

    /// <summary>The age at which Must-Read evidence is worth half.</summary>
    public static readonly TimeSpan MustReadHalfLife = TimeSpan.FromHours(48);

    /// <summary>
    /// What a deed counts for what is learnt, besides the deeds before it: who saves a story that was read to the end says four times as
    /// much as who only opened one. Hiding takes as much effort as saving and says the opposite.
    /// </summary>
    public static double OfDeed(InterestDeed deed) => deed switch
    {
        InterestDeed.Opened or InterestDeed.Finished => 1,
        InterestDeed.Saved or InterestDeed.Hidden => 2,
        InterestDeed.Commented => 3,
    };
}
