using System.Globalization;
using System.Text.Json;
using TermNews.Core.Text;

namespace TermNews.Core.Export;

/// <summary>The fields of an exported story by name, in the order in which JSON has them.</summary>
public sealed class StoryFields
{
    /// <summary>Fields that are only there when text was asked for.</summary>
    private static readonly string[] Heavy = ["summary", "content", "comment_list"];

    private static readonly string[] All =
    [
        "id", "feed", "guid", "title", "link", "author", "published", "updated", "summary", "content", "categories", "enclosures", "image",
        "language", "discussion", "read", "saved", "pinned", "hidden", "views", "comments", "cluster", "score", "reason", "comment_list",
    ];

    private StoryFields(IReadOnlyList<string> names) => Names = names;

    /// <summary>The chosen names, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What a terminal and a pipe get as text unless fields were chosen.</summary>
    public static StoryFields ForText { get; } = new(["id", "published", "feed", "title", "link"]);

    /// <summary>Every field; those of the text only where it is wanted.</summary>
    public static StoryFields Complete(bool withText) => new(withText ? All : [.. All.Except(Heavy)]);

    /// <summary>The fields that a comma-separated list names.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: one of them does not exist.</exception>
    public static StoryFields Parse(string list)
    {
        string[] names = [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        var unknown = names.FirstOrDefault(name => !All.Contains(name));
        if (unknown is not null || names.Length == 0)
            throw new NewsException(NewsFault.WrongUse, $"There is no field '{unknown ?? list}'. The fields are {string.Join(", ", All)}.");
        return new StoryFields(names);
    }

    /// <summary>All but one.</summary>
    public StoryFields Without(string name) => new([.. Names.Where(other => other != name)]);

    /// <summary>Whether a field needs the text of stories.</summary>
    public bool NeedText => Names.Any(name => name is "summary" or "content");

    /// <summary>Whether a field needs the comments of stories.</summary>
    public bool NeedComments => Names.Contains("comment_list");

    /// <summary>Writes the chosen fields as one JSON object; what is not known is null.</summary>
    internal void WriteJson(Utf8JsonWriter json, ExportedStory exported)
    {
        json.WriteStartObject();
        foreach (var name in Names)
        {
            json.WritePropertyName(name);
            StoryJson.WriteValue(json, name, exported);
        }
        json.WriteEndObject();
    }

    /// <summary>A field as one line of text; empty where it is not known.</summary>
    internal static string TextOf(string name, ExportedStory exported)
    {
        var story = exported.Story;
        return name switch
        {
            "id" => Number(story.Id),
            "feed" => story.Feed.Title,
            "guid" => story.EntryGuid,
            "title" => story.Title ?? "",
            "link" => story.Link ?? "",
            "author" => story.Author ?? "",
            "published" => Rfc3339.Format(story.PublishedAt) ?? "",
            "updated" => Rfc3339.Format(story.UpdatedAt) ?? "",
            "summary" => exported.Text?.Summary ?? "",
            "content" => exported.Text?.Content ?? "",
            "categories" => string.Join(", ", story.Categories),
            "enclosures" => string.Join(' ', story.Enclosures.Select(enclosure => enclosure.Url)),
            "image" => story.Image?.Url ?? "",
            "language" => story.Language ?? "",
            "discussion" => story.DiscussionLink ?? "",
            "read" => Flag(story.Status.IsRead),
            "saved" => Flag(story.Status.IsSaved),
            "pinned" => Flag(story.Status.IsPinned),
            "hidden" => Flag(story.Status.IsHidden),
            "views" => Number(exported.Views),
            "comments" => Number(story.CommentCount),
            "cluster" => Number(story.Cluster.Id),
            "score" => exported.Ranked.Score.ToString("0.####", CultureInfo.InvariantCulture),
            "reason" => exported.Ranked.Reason,
            _ => string.Join(" / ", (exported.Comments ?? []).Select(comment => comment.Text.Value)),
        };
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Flag(bool value) => value ? "true" : "false";
}
