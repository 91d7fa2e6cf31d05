using TermNews.Core.Clusters;

namespace TermNews.Core.Ranking;

/// <summary>What a reader does with a story, from the weakest sign of interest to the strongest; hiding is a sign of dislike.</summary>
public enum InterestDeed
{
    /// <summary>Opened the article.</summary>
    Opened,

    /// <summary>Read it to the end.</summary>
    Finished,

    /// <summary>Saved it.</summary>
    Saved,

    /// <summary>Commented on it.</summary>
    Commented,

    /// <summary>Hid it.</summary>
    Hidden,
}

/// <summary>The reader's interest in a feed, a category or a term, learnt or set.</summary>
/// <param name="Subject">The feed, category or term.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Strength">
/// The logarithm (base 2) of the smoothed ratio of observed to expected deeds, −3 to 3: at 1 the reader acts on such stories twice as often
/// as chance would; below 0 the same for hiding.
/// </param>
public sealed record Interest(InterestSubject Subject, string Name, double Strength)
{
    /// <summary>The limit of the strength: eight times as often. More would be noise of few deeds.</summary>
    public const double Strongest = 3;

    /// <summary>The most frequent deed on such stories.</summary>
    public InterestDeed Mostly { get; init; }

    /// <summary>The stories it is learnt from; 0 if it was set and nothing is learnt.</summary>
    public int Stories { get; init; }

    /// <summary>The time of the first deed it is learnt from; null for none.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When the reader set it; null if it is learnt.</summary>
    public DateTimeOffset? SetAt { get; init; }

    /// <summary>The interest in words: "you often open Motor1", "you like 'linux'".</summary>
    public string Words => SetAt is not null
        ? Strength > 0 ? $"you like {Told}" : Strength < 0 ? $"you dislike {Told}" : $"you left {Told} aside"
        : Mostly switch
        {
            InterestDeed.Opened or InterestDeed.Finished when Subject.Kind == InterestKind.Feed => $"you often open {Told}",
            InterestDeed.Opened or InterestDeed.Finished => $"you often read {About}",
            InterestDeed.Saved => $"you often save stories {About}",
            InterestDeed.Commented => $"you often comment on stories {About}",
            InterestDeed.Hidden => $"you often hide stories {About}",
        };

    /// <summary>The terms of headlines for a word: one, or its bigrams in a script without spaces.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: it has no letters, or is several words.</exception>
    public static IReadOnlyList<InterestSubject> TermsOf(string word)
    {
        var terms = TitleTerms.Of(word).Distinct().ToList();
        if (terms.Count == 0)
            throw new NewsException(NewsFault.WrongUse, $"\"{word}\" is no word of a headline: it has no letters.");
        if (terms.Count > 1 && !terms.TrueForAll(term => TitleTerms.IsOfScriptWithoutSpaces(term)))
        {
            throw new NewsException(NewsFault.WrongUse,
                $"\"{word}\" is more than one word; name one. Phrases can stand in `words` under [must_read] in the configuration.");
        }
        return [.. terms.Select(InterestSubject.Term)];
    }

    private string Told => Subject.Kind == InterestKind.Term ? $"'{Name}'" : Name;

    private string About => Subject.Kind switch
    {
        InterestKind.Term => $"about {Told}",
        InterestKind.Feed => $"from {Told}",
        InterestKind.Category => $"in {Told}",
    };
}
