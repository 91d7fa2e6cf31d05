using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Core.Export;

/// <summary>Stories and comments as JSON, by the names that scripts depend on.</summary>
public static class StoryJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON text of what is written; characters that people can read stay as they are.</summary>
    public static string Compose(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, Readable))
            write(json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Writes a comment.</summary>
    public static void Write(Utf8JsonWriter json, Comment comment)
    {
        json.WriteStartObject();
        json.WriteNumber("id", comment.Id);
        json.WriteNumber("story", comment.StoryId);
        json.WriteString("author", comment.Author);
        json.WriteString("text", comment.Text.Value);
        json.WriteString("created", Rfc3339.Format(comment.CreatedAt));
        json.WriteString("edited", Rfc3339.Format(comment.EditedAt));
        WriteNumber(json, "reply_to", comment.ReplyTo);
        json.WriteEndObject();
    }

    /// <summary>Writes the value of a field of a story (see <see cref="StoryFields"/>).</summary>
    internal static void WriteValue(Utf8JsonWriter json, string name, ExportedStory exported)
    {
        switch (name)
        {
            case "feed": WriteFeed(json, exported.Story.Feed); break;
            case "categories": WriteArray(json, exported.Story.Categories, json.WriteStringValue); break;
            case "enclosures": WriteArray(json, exported.Story.Enclosures, enclosure => WriteEnclosure(json, enclosure)); break;
            case "image": WriteImage(json, exported.Story.Image); break;
            case "cluster": WriteCluster(json, exported.Story.Cluster); break;
            case "comment_list": WriteArray(json, exported.Comments ?? [], comment => Write(json, comment)); break;
            case "id": json.WriteNumberValue(exported.Story.Id); break;
            case "views": json.WriteNumberValue(exported.Views); break;
            case "comments": json.WriteNumberValue(exported.Story.CommentCount); break;
            case "score": json.WriteNumberValue(Math.Round(exported.Ranked.Score, 4)); break;
            case "read": json.WriteBooleanValue(exported.Story.Status.IsRead); break;
            case "saved": json.WriteBooleanValue(exported.Story.Status.IsSaved); break;
            case "pinned": json.WriteBooleanValue(exported.Story.Status.IsPinned); break;
            case "hidden": json.WriteBooleanValue(exported.Story.Status.IsHidden); break;
            default: WriteText(json, StoryFields.TextOf(name, exported)); break;
        }
    }

    private static void WriteText(Utf8JsonWriter json, string text)
    {
        if (text.Length == 0)
            json.WriteNullValue();
        else
            json.WriteStringValue(text);
    }

    private static void WriteArray<T>(Utf8JsonWriter json, IReadOnlyList<T> values, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var value in values)
            write(value);
        json.WriteEndArray();
    }

    private static void WriteFeed(Utf8JsonWriter json, FeedReference feed)
    {
        json.WriteStartObject();
        json.WriteNumber("id", feed.Id);
        json.WriteString("title", feed.Title);
        json.WriteString("url", feed.Url);
        json.WriteEndObject();
    }

    private static void WriteEnclosure(Utf8JsonWriter json, Enclosure enclosure)
    {
        json.WriteStartObject();
        json.WriteString("url", enclosure.Url);
        json.WriteString("type", enclosure.MediaType);
        WriteNumber(json, "length", enclosure.Length);
        json.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter json, StoryImage? image)
    {
        if (image is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("url", image.Url);
        json.WriteString("caption", image.Caption);
        json.WriteEndObject();
    }

    private static void WriteCluster(Utf8JsonWriter json, ClusterReference cluster)
    {
        json.WriteStartObject();
        json.WriteNumber("id", cluster.Id);
        json.WriteNumber("size", cluster.Size);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
