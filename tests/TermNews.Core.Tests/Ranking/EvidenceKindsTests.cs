using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using TermNews.Core.Configuration;
using TermNews.Core.Ranking;
using TermNews.Core.Storage.Rows;
using TermNews.Core.Storage.Values;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Ranking;

public sealed partial class EvidenceKindsTests
{
    public static TheoryData<string> Names => [.. EvidenceKinds.All.Select(kind => kind.Name).OfType<string>()];

    [Fact]
    public void Every_kind_counts_in_a_list_and_has_a_name_of_its_own_where_it_has_one()
    {
        Assert.All(EvidenceKinds.All, kind => Assert.True(kind.InPopular > 0 || kind.InMustRead > 0));
        var names = EvidenceKinds.All.Select(kind => kind.Name).OfType<string>().ToList();
        Assert.Equal(names, names.Distinct());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_kind_with_a_name_can_be_weighed_in_the_configuration_of_its_lists(string name)
    {
        var kind = EvidenceKinds.All.Single(one => one.Name == name);
        foreach (var (table, weight) in new[] { ("popular", kind.InPopular), ("must_read", kind.InMustRead) })
        {
            var settings = SettingsFile.Parse($"[{table}.weights]\n{name} = 7\n", "config.toml");

            Assert.Equal(weight is null, settings.Warnings.Count > 0);
            if (weight is not null)
                Assert.Equal(7, table == "popular" ? settings.Ranking.Popular.Evidence[name] : settings.Ranking.MustRead.Evidence[name]);
        }
    }

    [Theory]
    [InlineData("popular")]
    [InlineData("must_read")]
    public void The_readme_shows_every_weight_with_its_default(string table)
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "README.md"));
        var shown = WeightsOf.Match(readme[readme.IndexOf($"[{table}]", StringComparison.Ordinal)..]).Groups[1].Value;
        var weights = table == "popular" ? EvidenceWeights.Popular : EvidenceWeights.MustRead;

        Assert.Equal(
            weights.Names.Select(name => string.Create(CultureInfo.InvariantCulture, $"{name} = {weights[name]}")).Order(),
            shown.Split(',', StringSplitOptions.TrimEntries).Order());
    }

    [Fact]
    public void A_weight_of_nothing_leaves_a_kind_out_and_weights_are_compared_by_value()
    {
        var story = A.Story(1, status: new StoryStatus { Views = 1 }, comments: 1);
        var facts = new EvidenceFacts(FeedScale.Of([story]));

        var silent = EvidenceWeights.Popular.With("views", 0);

        Assert.Equal(["opened once here", "1 comment of yours"], EvidenceWeights.Popular.Of(story, facts).Select(piece => piece.Words));
        Assert.Equal(["1 comment of yours"], silent.Of(story, facts).Select(piece => piece.Words));
        Assert.Equal(EvidenceWeights.Popular, silent.With("views", 0.2));
        Assert.NotEqual(EvidenceWeights.Popular, silent);
    }

    [Fact]
    public void Every_fact_of_a_candidate_has_its_bit_in_the_query()
    {
        Assert.All(Enum.GetValues<StoryFacts>().Where(fact => fact > StoryFacts.UnknownAge), fact =>
            Assert.Contains(
                string.Create(CultureInfo.InvariantCulture, $" + {(int)fact} * ("), StoryFactBits.Sql, StringComparison.Ordinal));
        Assert.Contains(StoryFactBits.Sql, CandidateRow.Columns, StringComparison.Ordinal);
        Assert.Contains(StoryFactBits.Sql, StoryRow.Columns, StringComparison.Ordinal);
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(file, "..", "..", "..", ".."));

    [GeneratedRegex(@"\bweights = \{([^}]*)\}")]
    private static partial Regex WeightsOf { get; }
}
