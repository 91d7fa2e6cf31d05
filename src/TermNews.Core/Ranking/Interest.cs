using TermNews.Core.Clusters;
using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>What a reader does with stories, from what says least to what says most; hiding says the opposite.</summary>
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

/// <summary>How much the reader cares for a thing, learnt or set.</summary>
/// <param name="Subject">For what.</param>
/// <param name="Name">How it is shown.</param>
/// <param name="Strength">
/// From −3 to 3: each step from 0 doubles how often the reader acts on such stories (or, below 0, hides them) against how many there are.
/// </param>
public sealed record Interest(InterestSubject Subject, string Name, double Strength)
{
    /// <summary>The strength at most; with a minus, at least.</summary>
    public const double Strongest = 3;

    /// <summary>What the reader mostly does with such stories.</summary>
    public InterestDeed Mostly { get; init; }

    /// <summary>From how many stories it is learnt; 0 where it was set and nothing is learnt.</summary>
    public int Stories { get; init; }

    /// <summary>The first deed it is learnt from; null where there is none.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When the reader set it; null where it is learnt.</summary>
    public DateTimeOffset? SetAt { get; init; }

    /// <summary>What there is to say about it: "you often open Motor1", "you like 'linux'".</summary>
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

    /// <summary>The terms of headlines that a word stands for: one, or its pairs of characters where the script parts no words.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: it is no word, or several.</exception>
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
