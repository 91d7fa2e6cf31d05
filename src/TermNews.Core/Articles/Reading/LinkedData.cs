using AngleSharp.Dom;

namespace TermNews.Core.Articles.Reading;

/// <summary>The JSON-LD of an article (schema.org <c>NewsArticle</c> and related types).</summary>
/// <param name="Headline">The headline, or null.</param>
/// <param name="Author">The authors' names, or null.</param>
/// <param name="Publisher">The publisher's name, or null.</param>
/// <param name="Published">The date as written, or null.</param>
internal sealed record LinkedData(string? Headline, string? Author, string? Publisher, string? Published)
{
    /// <summary>Levels: enough for arrays, @graph and mainEntity inside each other.</summary>
    private const int DeepestSearch = 4;

    /// <summary>The first article in the data, or null.</summary>
    public static LinkedData? Read(IDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script").Where(IsLinkedData).Take(20))
        {
            if (Parse(script.TextContent) is { } found)
                return found;
        }
        return null;
    }

    private static bool IsLinkedData(IElement script) =>
        script.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true;

    private static LinkedData? Parse(string json)
    {
        try
        {
            var forgiving = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
            using var parsed = JsonDocument.Parse(JsonEscapes.WithoutLoneSurrogates(Unwrapped(json.Trim())), forgiving);
            return Search(parsed.RootElement, 0);
        }
        catch (JsonException)
        {
            return null;   // Broken JSON-LD is common, and the markup is enough.
        }
    }

    /// <summary>The data without the CDATA section or comment around it.</summary>
    private static string Unwrapped(string json)
    {
        var start = json.StartsWith('[') ? 0 : json.IndexOf('{', StringComparison.Ordinal);
        var end = start < 0 ? -1 : json.LastIndexOf(json[start] == '[' ? ']' : '}');
        return end > start ? json[start..(end + 1)] : json;
    }

    private static LinkedData? Search(JsonElement element, int depth)
    {
        if (depth > DeepestSearch)
            return null;
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().Select(item => Search(item, depth + 1)).FirstOrDefault(found => found is not null);
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        if (IsArticle(element))
            return Of(element);
        return element.TryGetProperty("@graph", out var graph) ? Search(graph, depth + 1)
            : element.TryGetProperty("mainEntity", out var main) ? Search(main, depth + 1) : null;
    }

    private static LinkedData Of(JsonElement article) => new(
        Text(article, "headline") ?? Text(article, "name"),
        Names(article, "author"),
        Names(article, "publisher"),
        Text(article, "datePublished") ?? Text(article, "dateCreated"));

    private static bool IsArticle(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type))
            return false;
        var names = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray() : Enumerable.Repeat(type, 1);
        return names.Any(name => name.ValueKind == JsonValueKind.String && name.GetString() is { } text
            && (text.EndsWith("Article", StringComparison.Ordinal)
                || text.EndsWith("Posting", StringComparison.Ordinal) || text is "Report"));
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Names(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
            return null;
        var people = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(10).Select(NameOf) : [NameOf(value)];
        var names = string.Join(", ", people.Where(person => person is not null).Distinct());
        return names.Length > 0 ? names : null;
    }

    private static string? NameOf(JsonElement person) => PageFacts.Name(person.ValueKind switch
    {
        JsonValueKind.String => person.GetString(),
        JsonValueKind.Object => Text(person, "name"),
        _ => null,
    });
}
