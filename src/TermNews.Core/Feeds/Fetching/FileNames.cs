namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// File names for downloads: no part of a foreign address leaves the folder, hides the file or reaches the terminal unescaped.
/// </summary>
internal static class FileNames
{
    /// <summary>Characters of a name at most: well below the 255 bytes that file systems allow, even in UTF-8.</summary>
    private const int Longest = 100;

    private static readonly Dictionary<string, string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["audio/mpeg"] = ".mp3",
        ["audio/mp4"] = ".m4a",
        ["audio/x-m4a"] = ".m4a",
        ["audio/ogg"] = ".ogg",
        ["audio/opus"] = ".opus",
        ["video/mp4"] = ".mp4",
        ["video/webm"] = ".webm",
        ["image/jpeg"] = ".jpg",
        ["image/png"] = ".png",
        ["image/gif"] = ".gif",
        ["image/webp"] = ".webp",
        ["application/pdf"] = ".pdf",
        ["application/zip"] = ".zip",
        ["text/html"] = ".html",
        ["text/plain"] = ".txt",
    };

    /// <summary>
    /// The file name of an enclosure: the last segment of its address, with an extension by its media type where it has none.
    /// </summary>
    public static string Of(Enclosure enclosure)
    {
        var name = Uri.TryCreate(enclosure.Url, UriKind.Absolute, out var uri) ? Clean(Uri.UnescapeDataString(uri.Segments[^1])) : "";
        if (name.Length == 0)
            name = "download";
        return Path.HasExtension(name) ? name : name + Endings.GetValueOrDefault(MediaTypeOf(enclosure), "");
    }

    /// <summary>An unused path: the given one, or one with a number before the extension.</summary>
    public static string Free(string path)
    {
        var (folder, name, ending) = (Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
        for (var number = 2; File.Exists(path) || Directory.Exists(path); number++)
            path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name} ({number}){ending}"));
        return path;
    }

    private static string MediaTypeOf(Enclosure enclosure) => enclosure.MediaType?.Split(';')[0].Trim() ?? "";

    private static string Clean(string segment)
    {
        var name = string.Concat(
            ForeignText.CleanLine(segment).Select(c => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : c))
            .Trim('.', ' ', '_', '-');
        if (name.Length <= Longest)
            return name;
        var ending = Path.GetExtension(name) is { Length: <= 10 } few ? few : "";
        return name[..(Longest - ending.Length)] + ending;
    }
}
