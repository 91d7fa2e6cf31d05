using System.Globalization;
using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>
/// Learns what a reader cares for: a pure function. What was done with the stories of a subject is compared with what would have been done
/// had the reader chosen blindly among all stories; who opens a feed twice as often as that has a strength of about 1. Both sides begin
/// with the same few deeds, so that little says little.
/// </summary>
internal sealed class InterestLearning
{
    private readonly InterestTally _tally;
    private readonly InterestCounts _counts;
    private readonly IReadOnlyDictionary<long, double> _storiesPerDay;
    private readonly double _allPerDay;

    private InterestLearning(InterestTally tally, InterestCounts counts, IReadOnlyDictionary<long, double> storiesPerDay)
    {
        (_tally, _counts, _storiesPerDay, _allPerDay) = (tally, counts, storiesPerDay, storiesPerDay.Values.Sum());
    }

    /// <summary>Learns.</summary>
    /// <param name="notes">What the reader did and said.</param>
    /// <param name="tally">The same, added up.</param>
    /// <param name="counts">How common terms and categories are.</param>
    /// <param name="storiesPerDay">How much each feed brings.</param>
    /// <param name="now">The time.</param>
    public static Interests Learn(
        InterestNotes notes, InterestTally tally, InterestCounts counts, IReadOnlyDictionary<long, double> storiesPerDay, DateTimeOffset now)
    {
        var learning = new InterestLearning(tally, counts, storiesPerDay);
        var learnt = tally.Sums.Select(pair => learning.InterestIn(pair.Key, pair.Value)).OfType<Interest>()
            .ToDictionary(found => found.Subject);
        foreach (var edit in notes.Edits)
        {
            if (edit.Strength is { } strength)
                learnt[edit.Subject] = learning.Set(edit, strength);
        }
        return new Interests([.. learnt.Values], learning.SeldomOpened(notes, learnt, now));
    }

    private Interest Set(InterestEdit edit, double strength)
    {
        var sum = _tally.Sums.GetValueOrDefault(edit.Subject);
        return new Interest(edit.Subject, sum?.Name ?? edit.Name, Bounded(strength))
        {
            Stories = sum?.Stories ?? 0,
            Since = sum?.Since,
            SetAt = edit.At,
        };
    }

    /// <summary>What is learnt about a subject; null where that is nothing.</summary>
    private Interest? InterestIn(InterestSubject subject, InterestSum sum)
    {
        var isTerm = subject.Kind == InterestKind.Term;
        if (sum.Stories < (isTerm ? Weights.LeastStoriesOfTerm : Weights.LeastStories))
            return null;
        var language = isTerm ? sum.Language : null;
        var share = Math.Min(1, ShareOf(subject) / ShareOfLanguage(language));
        if (isTerm && share > Weights.MostCommonTerm)
            return null;
        var (liked, hidden) = _tally.TotalsFor(subject, language);
        var deviations = isTerm ? Weights.DeviationsOfTerm : Weights.Deviations;
        var strength = MoreThanChance(sum.Liked, liked * share, deviations) - MoreThanChance(sum.Hidden, hidden * share, deviations);
        return Math.Abs(strength) < Weights.LeastStrength ? null : new Interest(subject, sum.Name, Bounded(strength))
        {
            Mostly = strength > 0 ? sum.MostlyLiked : InterestDeed.Hidden,
            Stories = sum.Stories,
            Since = sum.Since,
        };
    }

    /// <summary>
    /// Feeds that bring enough to be opened more often than they are. Judged by what was done before today, so that they stay the same
    /// all day.
    /// </summary>
    private SeldomFeeds SeldomOpened(InterestNotes notes, Dictionary<InterestSubject, Interest> learnt, DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var before = InterestTally.OfFeeds(notes with { Deeds = [.. notes.Deeds.Select(story => Before(story, today))] }, now);
        var liked = before.Totals.Liked;
        if (liked < Weights.EnoughToExplore)
            return SeldomFeeds.None;
        HashSet<long> seldom = [.. _storiesPerDay.Keys.Where(feed =>
            Lift(before.Sums.GetValueOrDefault(InterestSubject.Feed(feed))?.Liked ?? 0, liked * ShareOf(feed)) <= Weights.SeldomLift
            && learnt.GetValueOrDefault(InterestSubject.Feed(feed)) is null or { Strength: > 0, SetAt: null })];
        var wasVisited = notes.Deeds.Any(story => seldom.Contains(story.FeedId)
            && (story.OpenedAt >= today || story.SavedAt >= today || story.HiddenAt >= today));
        return new SeldomFeeds(seldom, wasVisited);
    }

    private static StoryDeeds Before(StoryDeeds story, DateTimeOffset time) => story with
    {
        OpenedAt = story.OpenedAt < time ? story.OpenedAt : null,
        FinishedAt = story.FinishedAt < time ? story.FinishedAt : null,
        SavedAt = story.SavedAt < time ? story.SavedAt : null,
        CommentedAt = story.CommentedAt < time ? story.CommentedAt : null,
        HiddenAt = story.HiddenAt < time ? story.HiddenAt : null,
    };

    /// <summary>The share of all stories that are of a subject, above 0.</summary>
    private double ShareOf(InterestSubject subject) => subject.Kind switch
    {
        InterestKind.Feed => ShareOf(long.Parse(subject.Key, CultureInfo.InvariantCulture)),
        InterestKind.Term => Share(_counts.Terms.GetValueOrDefault(subject.Key), _counts.Headlines),
        InterestKind.Category => Share(_counts.Categories.GetValueOrDefault(subject.Key), _counts.Stories),
    };

    /// <summary>
    /// Terms are compared within their language: who reads one of several would else be taken to care for its every word, and its
    /// small words would seem rare. 1 for all languages.
    /// </summary>
    private double ShareOfLanguage(string? language) =>
        language is null || _counts.Stories == 0 ? 1 : Math.Min(1, Share(_counts.Languages.GetValueOrDefault(language), _counts.Stories));

    private double ShareOf(long feed) => _allPerDay > 0 ? _storiesPerDay.GetValueOrDefault(feed) / _allPerDay : 0;

    private static double Share(int count, int of) => (count + 0.5) / (of + 20);

    /// <summary>By how much more was done than expected; 0 where it may well be chance.</summary>
    private static double MoreThanChance(double done, double expected, double deviations) =>
        done < expected + (deviations * Math.Sqrt(Weights.UsualDeeds * expected)) ? 0 : Math.Max(0, Lift(done, expected));

    private static double Lift(double done, double expected) =>
        Math.Log2((done + Weights.InterestPrior) / (expected + Weights.InterestPrior));

    private static double Bounded(double strength) => Math.Clamp(strength, -Interest.Strongest, Interest.Strongest);
}
