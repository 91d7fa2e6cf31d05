using System.Text.Json.Serialization;

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

    /// <summary>A list of texts, such as categories; null means that there are none.</summary>
    public static IReadOnlyList<string> ReadTexts(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, StorageJsonContext.Default.IReadOnlyListString)!;
}
