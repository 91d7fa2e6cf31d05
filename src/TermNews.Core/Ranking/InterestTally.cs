using TermNews.Core.Clusters;

namespace TermNews.Core.Ranking;

/// <summary>
/// Sums of the reader's weighted deeds by feed, category and term. Weights decay exponentially with the age of the deed; deeds of the same
/// second, which are marks in bulk, count as a few together.
/// </summary>
internal sealed class InterestTally
{
    private const string All = "*";   // Not a language tag.

    private readonly Dictionary<InterestSubject, InterestSum> _sums = [];
    private readonly Dictionary<InterestSubject, DateTimeOffset> _forgotten;
    private readonly List<Deed> _deeds = [];
    private readonly Dictionary<string, (double Liked, double Hidden)> _totals;

    private InterestTally(InterestNotes notes, DateTimeOffset now, Func<StoryDeeds, IEnumerable<(InterestSubject, string)>> subjectsOf)
    {
        _forgotten = notes.Edits.Where(edit => edit.Strength is null).ToDictionary(edit => edit.Subject, edit => edit.At);
        var together = notes.Deeds.SelectMany(DeedsOf).Where(done => done.Kind is InterestDeed.Saved or InterestDeed.Hidden)
            .CountBy(done => done).ToDictionary();
        foreach (var story in notes.Deeds)
        {
            List<Deed> deeds = [.. DeedsOf(story)
                .Where(done => notes.ErasedAt is not { } erased || done.At > erased)
                .Select(done => new Deed(done.Kind, done.At, story.Language, Weights.OfDeed(done.Kind) * Decay(now - done.At)
                    * Math.Min(1, Weights.MostTogether / (double)together.GetValueOrDefault(done, 1))))];
            _deeds.AddRange(deeds);
            foreach (var (subject, name) in subjectsOf(story))
                Add(subject, name, deeds);
        }
        _totals = _deeds.GroupBy(deed => deed.Language).ToDictionary(group => group.Key, SumOf);
        _totals[All] = SumOf(_deeds);
    }

    /// <summary>The sums of all subjects.</summary>
    public static InterestTally Of(InterestNotes notes, DateTimeOffset now) => new(notes, now, SubjectsOf);

    /// <summary>The sums of feeds alone, without tokenizing headlines.</summary>
    public static InterestTally OfFeeds(InterestNotes notes, DateTimeOffset now) => new(notes, now, story => [FeedOf(story)]);

    /// <summary>The sums by subject.</summary>
    public IReadOnlyDictionary<InterestSubject, InterestSum> Sums => _sums;

    /// <summary>The terms with enough stories to be learnt: only their document frequencies are needed.</summary>
    public IReadOnlyCollection<string> Terms => [.. _sums
        .Where(pair => pair.Key.Kind == InterestKind.Term && pair.Value.Stories >= Weights.LeastStoriesOfTerm)
        .Select(pair => pair.Key.Key)];

    /// <summary>The sums over all stories.</summary>
    public (double Liked, double Hidden) Totals => _totals[All];

    /// <summary>The sums over all stories of a language, since the subject was last forgotten.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="language">The language; null for all.</param>
    public (double Liked, double Hidden) TotalsFor(InterestSubject subject, string? language)
    {
        if (!_forgotten.TryGetValue(subject, out var forgotten))
            return _totals.TryGetValue(language ?? All, out var totals) ? totals : default;
        return SumOf(_deeds.Where(deed => deed.At > forgotten && (language is null || deed.Language == language)));
    }

    private static (double Liked, double Hidden) SumOf(IEnumerable<Deed> deeds)
    {
        var byDislike = deeds.ToLookup(deed => deed.Kind == InterestDeed.Hidden, deed => deed.Weight);
        return (byDislike[false].Sum(), byDislike[true].Sum());
    }

    private void Add(InterestSubject subject, string name, List<Deed> deeds)
    {
        if (_forgotten.TryGetValue(subject, out var forgotten))
            deeds = [.. deeds.Where(deed => deed.At > forgotten)];
        if (deeds.Count == 0)
            return;
        if (!_sums.TryGetValue(subject, out var sum))
            _sums.Add(subject, sum = new InterestSum(name));
        sum.Add(deeds);
    }

    private static IEnumerable<(InterestSubject Subject, string Name)> SubjectsOf(StoryDeeds story) => story.Categories
        .Select(name => (InterestSubject.Category(name), name))
        .Append(FeedOf(story))
        .Concat(TitleTerms.Of(story.Title).Where(term => !TitleTerms.IsNumber(term)).Select(term => (InterestSubject.Term(term), term)))
        .DistinctBy(pair => pair.Item1);

    private static (InterestSubject, string) FeedOf(StoryDeeds story) => (InterestSubject.Feed(story.FeedId), story.FeedTitle);

    private static IEnumerable<(InterestDeed Kind, DateTimeOffset At)> DeedsOf(StoryDeeds story)
    {
        if (story.OpenedAt is { } opened)
            yield return (InterestDeed.Opened, opened);
        if (story.FinishedAt is { } finished)
            yield return (InterestDeed.Finished, finished);
        if (story.SavedAt is { } saved)
            yield return (InterestDeed.Saved, saved);
        if (story.CommentedAt is { } commented)
            yield return (InterestDeed.Commented, commented);
        if (story.HiddenAt is { } hidden)
            yield return (InterestDeed.Hidden, hidden);
    }

    private static double Decay(TimeSpan age) => age <= TimeSpan.Zero ? 1 : Math.Pow(0.5, age / Weights.InterestHalfLife);
}

/// <summary>A deed of the reader on a story.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="At">Its time.</param>
/// <param name="Language">The language of the story.</param>
/// <param name="Weight">Its weight after decay, above 0.</param>
internal readonly record struct Deed(InterestDeed Kind, DateTimeOffset At, string Language, double Weight);

/// <summary>The sums of one subject.</summary>
/// <param name="name">The name of the subject for people.</param>
internal sealed class InterestSum(string name)
{
    private readonly Dictionary<string, int> _languages = [];
    private readonly double[] _of = new double[Enum.GetValues<InterestDeed>().Length];

    /// <summary>The name of the subject for people.</summary>
    public string Name { get; } = name;

    /// <summary>The number of stories with a deed.</summary>
    public int Stories { get; private set; }

    /// <summary>The time of the first deed.</summary>
    public DateTimeOffset Since { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>The language of most of its stories.</summary>
    public string Language => _languages.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;

    /// <summary>The sum of all deeds but hiding.</summary>
    public double Liked => _of.Sum() - Hidden;

    /// <summary>The sum of hiding.</summary>
    public double Hidden => _of[(int)InterestDeed.Hidden];

    /// <summary>The deed with the largest sum, hiding aside.</summary>
    public InterestDeed MostlyLiked
    {
        get
        {
            var read = _of[(int)InterestDeed.Opened] + _of[(int)InterestDeed.Finished];
            var (saved, commented) = (_of[(int)InterestDeed.Saved], _of[(int)InterestDeed.Commented]);
            if (read >= saved && read >= commented)
                return InterestDeed.Opened;
            return saved >= commented ? InterestDeed.Saved : InterestDeed.Commented;
        }
    }

    /// <summary>Adds the deeds on one more story.</summary>
    public void Add(IReadOnlyList<Deed> deeds)
    {
        Stories++;
        _languages[deeds[0].Language] = _languages.GetValueOrDefault(deeds[0].Language) + 1;
        foreach (var deed in deeds)
        {
            _of[(int)deed.Kind] += deed.Weight;
            Since = deed.At < Since ? deed.At : Since;
        }
    }
}
