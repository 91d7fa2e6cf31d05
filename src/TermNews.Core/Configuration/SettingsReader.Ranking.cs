using System.Globalization;
using TermNews.Core.Ranking;
using TermNews.Core.Stories;
using TermNews.Core.Words;
using Tomlyn.Syntax;

namespace TermNews.Core.Configuration;

internal sealed partial class SettingsReader
{
    private const double MostWeight = 100;

    private bool TakePopular(TomlItem item)
    {
        var popular = _settings.Ranking.Popular;
        PopularWeights? changed = string.Join('.', item.Path) switch
        {
            "popular.half_life" => popular with { HalfLife = Span(item) },
            "popular.window" => popular with { Window = Span(item) },
            "popular.weights.coverage" => popular with { Coverage = Weight(item) },
            "popular.weights.counters" => popular with { Counters = Weight(item) },
            "popular.weights.views" => popular with { Views = Weight(item) },
            "popular.weights.comments" => popular with { Comments = Weight(item) },
            _ => null,
        };
        _settings = _settings with { Ranking = _settings.Ranking with { Popular = changed ?? popular } };
        return changed is not null;
    }

    private bool TakeMustRead(TomlItem item)
    {
        var mustRead = _settings.MustRead;
        MustReadSettings? changed = string.Join('.', item.Path) switch
        {
            "must_read.words" => mustRead with { Words = Texts(item) },
            "must_read.feeds" => mustRead with { Feeds = Texts(item) },
            "must_read.categories" => mustRead with { Categories = Texts(item) },
            "must_read.rules" => mustRead with { Rules = Searches(item) },
            _ => null,
        };
        _settings = _settings with { MustRead = changed ?? mustRead };
        return changed is not null || TakeMustReadWeights(item);
    }

    private bool TakeMustReadWeights(TomlItem item)
    {
        var mustRead = _settings.Ranking.MustRead;
        MustReadWeights? changed = string.Join('.', item.Path) switch
        {
            "must_read.longest" => mustRead with { Longest = Number(item, 1, 50) },
            "must_read.half_life" => mustRead with { HalfLife = Span(item) },
            "must_read.window" => mustRead with { Window = Span(item) },
            "must_read.weights.rules" => mustRead with { Rules = Weight(item) },
            "must_read.weights.coverage" => mustRead with { Coverage = Weight(item) },
            "must_read.weights.counters" => mustRead with { Counters = Weight(item) },
            "must_read.weights.rare_feeds" => mustRead with { RareFeeds = Weight(item) },
            "must_read.weights.interest" => mustRead with { Interest = Weight(item) },
            "must_read.weights.saved" => mustRead with { Saved = Weight(item) },
            "must_read.weights.comments" => mustRead with { Comments = Weight(item) },
            _ => null,
        };
        _settings = _settings with { Ranking = _settings.Ranking with { MustRead = changed ?? mustRead } };
        return changed is not null;
    }

    private TimeSpan Span(TomlItem item) =>
        item.Value is StringValueSyntax { Value: { } text } && Ages.Read(text) is { } span && span >= TimeSpan.FromMinutes(1)
            && span <= TimeSpan.FromDays(365)
            ? span
            : throw Wrong(item, "must be a time such as \"90m\", \"12h\" or \"14d\", from \"1m\" to \"365d\"");

    private double Weight(TomlItem item)
    {
        double? value = item.Value switch
        {
            IntegerValueSyntax whole => whole.Value,
            FloatValueSyntax broken => broken.Value,
            _ => null,
        };
        return value is >= 0 and <= MostWeight and var weight
            ? weight
            : throw Wrong(item, string.Create(CultureInfo.InvariantCulture, $"must be a number from 0 to {MostWeight}"));
    }

    private IReadOnlyList<string> Searches(TomlItem item) =>
        Texts(item) is var searches && searches.FirstOrDefault(search => !SearchExpression.Parse(search).HasTerms) is { } empty
            ? throw Wrong(item, $"has nothing to look for in \"{empty}\"; a rule is a search, such as \"feed:BBC title:election -sport\"")
            : searches;
}
