using System.Globalization;

namespace TermNews.EndToEnd.Tests.Harness;

/// <summary>Feeds whose headlines and articles are as long and as varied as real ones, the same every time.</summary>
internal static class PlausibleFeeds
{
    private const int FeedCount = 6, StoriesEach = 50;
    private static readonly string[] Small =
        ["the", "of", "to", "and", "in", "a", "for", "that", "is", "with", "by", "on", "from", "it", "at", "were", "as", "over", "be",
            "not", "their", "two", "after"];

    private static readonly string[] Large =
    [
        "harbour", "council", "orbit", "maintainer", "budget", "quietly", "ceramic", "reactor", "announced", "ferry", "bandwidth", "shares",
        "northern", "telescope", "harvest", "delayed", "commission", "lighthouse", "compiler", "thousands", "glacier", "approved",
        "archive",
        "tariff", "symphony", "experiment", "roughly", "uranium", "coastal", "vulnerability",
    ];

    private static readonly string[] Names =
        ["Cotton Courier", "Ledger", "Harbour Observer", "Kernel Notes", "The Glacier Weekly", "Review"];

    /// <summary>Titles and documents; the stories of the feeds take turns in a list by date.</summary>
    public static (string Title, string Document)[] All { get; } = [.. Enumerable.Range(0, FeedCount).Select(Feed)];

    private static (string, string) Feed(int number)
    {
        var random = new Sequence((uint)number + 1);
        var stories = Enumerable.Range(0, StoriesEach).Select(_ => (Headline(random), Article(random))).ToList();
        return (Names[number], Feeds.Rss(Names[number], Feeds.Morning.AddHours(-7 * number), TimeSpan.FromHours(7 * FeedCount), stories));
    }

    private static string Headline(Sequence random) =>
        CultureInfo.InvariantCulture.TextInfo.ToTitleCase(
            string.Join(' ', Enumerable.Range(0, 5 + random.Below(7))
            .Select(_ => random.Below(3) == 0 ? Large[random.Below(Large.Length)] : Small[random.Below(Small.Length)])));

    private static string Article(Sequence random) => string.Concat(Enumerable.Range(0, 30).Select(_ => Block(random)));

    private static string Block(Sequence random) => random.Below(10) switch
    {
        0 => $"<ul>{string.Concat(Enumerable.Range(0, 5).Select(_ => $"<li>{Words(random, 6 + random.Below(16))}.</li>"))}</ul>",
        1 => $"<blockquote><p>{Words(random, 40)}.</p></blockquote>",
        2 => $"<h2>{Words(random, 4)}</h2><p>{Words(random, 45)}.</p>",
        3 => $"<pre>for (;;) {{\n    {Words(random, 1)}();\n}}</pre>",
        _ => $"<p>{Words(random, 30 + random.Below(66))}.</p>",
    };

    private static string Words(Sequence random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(random)));

    private static string Word(Sequence random) =>
        random.Below(2) == 0 ? Small[random.Below(Small.Length)] : Large[random.Below(Large.Length)];

    /// <summary>Numbers that look like chance and are the same with every version of the runtime.</summary>
    private sealed class Sequence(uint seed)
    {
        private uint _state = seed * 2654435761;

        public int Below(int limit)
        {
            _state = (_state * 1664525) + 1013904223;
            return (int)((_state >> 8) % (uint)limit);
        }
    }
}
