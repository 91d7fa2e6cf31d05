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

    /// <summary>The age at which Popular evidence is worth half.</summary>
    public static readonly TimeSpan PopularHalfLife = TimeSpan.FromHours(12);

    /// <summary>The age at which Must-Read evidence is worth half.</summary>
    public static readonly TimeSpan MustReadHalfLife = TimeSpan.FromHours(48);
}
