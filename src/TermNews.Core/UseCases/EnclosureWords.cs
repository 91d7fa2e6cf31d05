namespace TermNews.Core.UseCases;

/// <summary>Files of stories, and how far they are brought, in words.</summary>
public static class EnclosureWords
{
    private const int LongestName = 60;

    /// <summary>"[audio] episode-12.mp3 · audio/mpeg · 24.1 MB".</summary>
    public static string Of(Enclosure enclosure, bool isAscii)
    {
        var family = enclosure.MediaType?.Split('/')[0].ToLowerInvariant();
        var kind = family is "audio" or "video" or "image" ? family : "file";
        IEnumerable<string?> parts =
        [
            $"[{kind}] {NameOf(enclosure)}",
            enclosure.MediaType is { Length: > 0 } type ? ForeignText.CleanLine(type) : null,
            enclosure.Length is > 0 and var bytes ? Size(bytes) : null,
        ];
        return string.Join(isAscii ? " - " : " · ", parts.OfType<string>());
    }

    /// <summary>The last part of its address, else its host.</summary>
    public static string NameOf(Enclosure enclosure)
    {
        if (!Uri.TryCreate(enclosure.Url, UriKind.Absolute, out var uri))
            return TextWidth.Fit(enclosure.Url, LongestName);
        var name = ForeignText.CleanLine(Uri.UnescapeDataString(uri.Segments[^1]).Trim('/'));
        return TextWidth.Fit(name.Length > 0 ? name : uri.Host, LongestName);
    }

    /// <summary>"episode.mp3: 12 of 24.1 MB", "episode.mp3: 12 MB".</summary>
    public static string Progress(Enclosure enclosure, DownloadProgress progress) =>
        $"{NameOf(enclosure)}: {Size(progress.Bytes)}{(progress.Total is { } total ? $" of {Size(total)}" : "")}";

    /// <summary>"870 B", "12 kB", "24.1 MB", "1.2 GB": thousands, as everybody counts files.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000} kB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB"),
    };
}
