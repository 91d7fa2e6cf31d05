namespace TermNews.Core.Export;

/// <summary>The parts of stories that are JSON objects, with the names that scripts depend on.</summary>
public static class StoryJson
{
    /// <summary>Writes an enclosure.</summary>
    public static void Write(Utf8JsonWriter json, Enclosure enclosure)
    {
        json.WriteStartObject();
        json.WriteString("url", enclosure.Url);
        json.WriteString("type", enclosure.MediaType);
        JsonText.WriteNumber(json, "length", enclosure.Length);
        json.WriteEndObject();
    }

    /// <summary>Writes a picture; null is JSON null.</summary>
    public static void Write(Utf8JsonWriter json, StoryImage? image)
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

    /// <summary>Writes a comment, with the columns of <see cref="CommentColumns"/>.</summary>
    internal static void Write(Utf8JsonWriter json, Comment comment) => Column.WriteObject(json, CommentColumns.All, comment);

    internal static void Write(Utf8JsonWriter json, FeedReference feed)
    {
        json.WriteStartObject();
        json.WriteNumber("id", feed.Id);
        json.WriteString("title", feed.Title);
        json.WriteString("url", feed.Url);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, ClusterReference cluster)
    {
        json.WriteStartObject();
        json.WriteNumber("id", cluster.Id);
        json.WriteNumber("size", cluster.Size);
        json.WriteEndObject();
    }
}
