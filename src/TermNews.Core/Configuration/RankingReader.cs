using TermNews.Core.Ranking;

namespace TermNews.Core.Configuration;

/// <summary>
/// Reads <c>[popular]</c> and <c>[must_read]</c>. The names of the weights are those of the evidence (<see cref="EvidenceWeights"/>).
/// </summary>
internal sealed class RankingReader(SettingValues values)
{
    /// <summary>The numbers of both rankings.</summary>
    public RankingSettings Ranking { get; private set; } = RankingSettings.Default;

    /// <summary>The rules of Must-Read.</summary>
    public MustReadSettings MustRead { get; private set; } = new();

    /// <summary>Takes one value; false if it is none of these.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.Unreadable"/>: the value does not fit.</exception>
    public bool Take(TomlItem item) => TakePopular(item) || TakeNumbers(item) || TakeRules(item);

    private bool TakePopular(TomlItem item)
    {
        var popular = Ranking.Popular;
        PopularWeights? changed = item.Path switch
        {
            ["popular", "half_life"] => popular with { HalfLife = values.Span(item) },
            ["popular", "window"] => popular with { Window = values.Span(item) },
            ["popular", "weights", var name] when Weighed(popular.Evidence, name, item) is { } weights =>
                popular with { Evidence = weights },
            _ => null,
        };
        Ranking = Ranking with { Popular = changed ?? popular };
        return changed is not null;
    }

    private bool TakeNumbers(TomlItem item)
    {
        var mustRead = Ranking.MustRead;
        MustReadWeights? changed = item.Path switch
        {
            ["must_read", "longest"] => mustRead with { Longest = values.Number(item, 1, 50) },   // More is no short list; Latest is long.
            ["must_read", "half_life"] => mustRead with { HalfLife = values.Span(item) },
            ["must_read", "window"] => mustRead with { Window = values.Span(item) },
            ["must_read", "weights", var name] when Weighed(mustRead.Evidence, name, item) is { } weights =>
                mustRead with { Evidence = weights },
            _ => null,
        };
        Ranking = Ranking with { MustRead = changed ?? mustRead };
        return changed is not null;
    }

    private bool TakeRules(TomlItem item)
    {
        MustReadSettings? changed = item.Path switch
        {
            ["must_read", "words"] => MustRead with { Words = values.Texts(item) },
            ["must_read", "feeds"] => MustRead with { Feeds = values.Texts(item) },
            ["must_read", "categories"] => MustRead with { Categories = values.Texts(item) },
            ["must_read", "rules"] => MustRead with { Rules = Searches(item) },
            _ => null,
        };
        MustRead = changed ?? MustRead;
        return changed is not null;
    }

    /// <summary>The weights with the value of an item; null if the list has no evidence of that name.</summary>
    private EvidenceWeights? Weighed(EvidenceWeights weights, string name, TomlItem item) =>
        weights.Names.Contains(name) ? weights.With(name, values.Weight(item)) : null;

    private IReadOnlyList<string> Searches(TomlItem item)
    {
        var searches = values.Texts(item);
        try
        {
            return Checked(searches, item);
        }
        catch (NewsException ex) when (ex.Fault == NewsFault.WrongUse)
        {
            throw values.Wrong(item, $"has a search that is too long: {ex.Message.TrimEnd('.')}");
        }
    }

    private IReadOnlyList<string> Checked(IReadOnlyList<string> searches, TomlItem item)
    {
        if (searches.FirstOrDefault(static search => !SearchExpression.Parse(search).HasTerms) is not { } empty)
            return searches;
        throw values.Wrong(item, $"has nothing to look for in \"{empty}\"; a rule is a search, such as \"feed:BBC title:election -sport\"");
    }
}
