using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TermNews.Core.Storage.Values;

/// <summary>The types of lists in columns and parameters.</summary>
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<Enclosure>))]
[JsonSerializable(typeof(IReadOnlyList<long>))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class StorageJsonContext : JsonSerializerContext;

/// <summary>Lists as columns and parameters have them: JSON arrays.</summary>
internal static class StorageJson
{
    /// <summary>Ids, for <c>json_each</c>.</summary>
    public static string OfIds(IReadOnlyList<long> ids) => JsonSerializer.Serialize(ids, StorageJsonContext.Default.IReadOnlyListInt64);

    /// <summary>A list of texts, such as categories; null means that there are none, and what is damaged is read as none.</summary>
    public static IReadOnlyList<string> ReadTexts(string? json) => Read(json, StorageJsonContext.Default.IReadOnlyListString) ?? [];

    /// <summary>A list of texts, likewise.</summary>
    /// <param name="json">The array, or null.</param>
    /// <param name="isSound">Set to false if the list is damaged.</param>
    public static IReadOnlyList<string> ReadTexts(string? json, ref bool isSound) =>
        Sound(json, Read(json, StorageJsonContext.Default.IReadOnlyListString), ref isSound);

    /// <summary>Files of a story, likewise.</summary>
    public static IReadOnlyList<Enclosure> ReadEnclosures(string? json, ref bool isSound) => Sound(json, Files(json), ref isSound);

    /// <summary>True if a list of texts can be read.</summary>
    public static bool AreTexts(string json) => Read(json, StorageJsonContext.Default.IReadOnlyListString) is not null;

    /// <summary>True if a list of files can be read.</summary>
    public static bool AreEnclosures(string json) => Files(json) is not null;

    private static IReadOnlyList<Enclosure>? Files(string? json) =>
        Read(json, StorageJsonContext.Default.IReadOnlyListEnclosure) is { } found && found.All(static file => file.Url is not null)
            ? found : null;

    private static IReadOnlyList<T> Sound<T>(string? json, IReadOnlyList<T>? found, ref bool isSound)
    {
        isSound &= json is null || found is not null;
        return found ?? [];
    }

    private static IReadOnlyList<T>? Read<T>(string? json, JsonTypeInfo<IReadOnlyList<T>> type)
        where T : class
    {
        try
        {
            var list = json is null ? null : JsonSerializer.Deserialize(json, type);
            for (var at = 0; at < list?.Count; at++)   // Rankings read thousands of these.
            {
                if (list[at] is null)
                    return null;
            }
            return list;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
