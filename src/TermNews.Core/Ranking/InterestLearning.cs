namespace TermNews.Core.Ranking;

/// <summary>
/// Learns interests: a pure function. For each subject (feed, category, term) the weighted deeds are compared with those expected if the
/// reader chose among all stories at random. The strength is the log2 ratio (lift) of both with additive smoothing, if the difference is
/// significant: beyond two or three binomial standard deviations.
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

    /// <summary>The interests at a time.</summary>
    /// <param name="notes">Deeds and the reader's own edits.</param>
    /// <param name="tally">The sums of the same deeds.</param>
    /// <param name="counts">Document frequencies of terms and categories.</param>
    /// <param name="storiesPerDay">The pace of the feeds, by id.</param>
    /// <param name="now">The time.</param>
    public static Interests Learn(
        InterestNotes notes, InterestTally tally, InterestCounts counts, IReadOnlyDictionary<long, double> storiesPerDay,
        DateTimeOffset now)
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

    /// <summary>The interest in a subject; null if it is not significant.</summary>
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
    /// Feeds with a lift of at most <see cref="Weights.SeldomLift"/>. The deeds of today do not count, so that the feeds stay the same
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

    /// <summary>The share of all stories that are of a subject: the probability of a random choice.</summary>
    private double ShareOf(InterestSubject subject) => subject.Kind switch
    {
        InterestKind.Feed => ShareOf(long.Parse(subject.Key, CultureInfo.InvariantCulture)),
        InterestKind.Term => Share(_counts.Terms.GetValueOrDefault(subject.Key), _counts.Headlines),
        InterestKind.Category => Share(_counts.Categories.GetValueOrDefault(subject.Key), _counts.Stories),
    };

    /// <summary>
    /// Terms are compared within their language: otherwise every word of a language that the reader prefers would be an interest, and its
    /// stop words would seem rare (commit 3614c66). 1 for all languages.
    /// </summary>
    private double ShareOfLanguage(string? language) =>
        language is null || _counts.Stories == 0 ? 1 : Math.Min(1, Share(_counts.Languages.GetValueOrDefault(language), _counts.Stories));

    private double ShareOf(long feed) => _allPerDay > 0 ? _storiesPerDay.GetValueOrDefault(feed) / _allPerDay : 0;

    /// <summary>
    /// A smoothed frequency: half a pseudo-count of 20, so that a term of few headlines is neither impossible nor certain.
    /// </summary>
    private static double Share(int count, int of) => (count + 0.5) / (of + 20);

    /// <summary>
    /// The lift above 0; 0 if the difference is within the standard deviations of chance (variance: weight of a deed times expectation).
    /// </summary>
    private static double MoreThanChance(double done, double expected, double deviations) =>
        done < expected + (deviations * Math.Sqrt(Weights.UsualDeeds * expected)) ? 0 : Math.Max(0, Lift(done, expected));

    /// <summary>The logarithm (base 2) of the smoothed ratio of observed to expected deeds.</summary>
    private static double Lift(double done, double expected) =>
        Math.Log2((done + Weights.InterestPrior) / (expected + Weights.InterestPrior));

    private static double Bounded(double strength) => Math.Clamp(strength, -Interest.Strongest, Interest.Strongest);
}
