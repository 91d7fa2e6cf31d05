using System.Collections;
using System.Globalization;
using System.Reflection;
using TermNews.Core.Feeds.Parsing;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

/// <summary>A fact that is forgotten between a feed and a list is lost without an error: these tests name it.</summary>
public sealed class EntryFactsTests : TemporaryDatabase
{
    private static readonly PropertyInfo[] Facts = [.. typeof(EntryFacts).GetProperties().Where(fact => fact.CanWrite)];

    [Fact]
    public void Every_fact_of_a_parsed_entry_is_on_its_way_into_the_database()
    {
        var parsed = WithAllFacts(new ParsedEntry());

        var incoming = parsed.ToIncomingStory();

        Assert.Empty(Differing(parsed, incoming));
    }

    [Fact]
    public async Task Every_fact_of_a_new_entry_is_read_back()
    {
        var entry = WithAllFacts(Bare());

        await StoreAsync(await FeedAsync(), entry);

        Assert.Empty(Differing(entry, Assert.Single(await ListAsync(new StoryQuery()))));
    }

    [Fact]
    public async Task Every_fact_of_an_entry_that_changed_is_read_back()
    {
        var (feed, entry) = (await FeedAsync(), WithAllFacts(Bare()));
        await StoreAsync(feed, Bare());

        await StoreAsync(feed, entry);

        Assert.Empty(Differing(entry, Assert.Single(await ListAsync(new StoryQuery()))));
    }

    [Fact]
    public async Task A_change_of_any_one_fact_is_noticed()
    {
        var (feed, entry) = (await FeedAsync(), WithAllFacts(Bare()));
        List<string> unnoticed = [];
        foreach (var fact in Facts)
        {
            await StoreAsync(feed, entry);
            var without = entry with { };
            fact.SetValue(without, fact.GetValue(Bare()));
            await StoreAsync(feed, without);
            if (Differing(without, Assert.Single(await ListAsync(new StoryQuery()))).Any())
                unnoticed.Add(fact.Name);
        }

        Assert.Empty(unnoticed);
    }

    private static IncomingStory Bare() => new() { EntryGuid = "guid", Text = new StoryText(null, "<p>Text</p>") };

    private static T WithAllFacts<T>(T entry) where T : EntryFacts
    {
        foreach (var fact in Facts)
            fact.SetValue(entry, ValueOf(fact));
        return entry;
    }

    private static object ValueOf(PropertyInfo fact) => (Nullable.GetUnderlyingType(fact.PropertyType) ?? fact.PropertyType) switch
    {
        var type when type == typeof(string) => $"https://example.org/{fact.Name}",
        var type when type == typeof(DateTimeOffset) => A.Noon.AddHours(-fact.Name.Length),
        var type when type == typeof(TimeSpan) => TimeSpan.FromSeconds(3723),
        var type when type == typeof(bool) => true,
        var type when type == typeof(int) => 1234,
        var type when type == typeof(long) => 1234L,
        var type when type == typeof(double) => 12.5,
        var type when type == typeof(IReadOnlyList<string>) => (string[])["One", "Two"],
        var type when type == typeof(IReadOnlyList<Enclosure>) => (Enclosure[])[new("https://example.org/talk.mp3", "audio/mpeg", 1234)],
        var type when type == typeof(StoryImage) => new StoryImage("https://example.org/picture.png", "A picture"),
        var type when type == typeof(PublishedCounters) => new PublishedCounters(1, 2, 3, 4.5),
        var type => throw new NotSupportedException($"Give {fact.Name} a value here: it is a {type}."),
    };

    /// <summary>The facts that one has and the other does not, by name.</summary>
    private static IEnumerable<string> Differing(EntryFacts expected, object actual) => Facts
        .Where(fact => Words(fact.GetValue(expected)) != Words(actual.GetType().GetProperty(fact.Name)?.GetValue(actual)))
        .Select(fact => fact.Name);

    private static string? Words(object? value) => value is IEnumerable list and not string
        ? string.Join("; ", list.Cast<object>()) : Convert.ToString(value, CultureInfo.InvariantCulture);
}
