using System.Globalization;
using System.Runtime.CompilerServices;
using TermNews.Core.Clusters;

namespace TermNews.Core.Tests.Clusters;

/// <summary>
/// Invented stories of which it is known which report the same event, one a line: the event, the hour, the headline and the lead, parted by
/// <c>|</c>.
/// Most look like others that report something else.
/// </summary>
internal static class LabelledStories
{
    private const long Start = 1_700_000_000;
    private const int SecondsOfHour = 3600;

    /// <summary>The languages there are stories in.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        [.. Directory.GetFiles(Folder(), "*.txt").Select(Path.GetFileNameWithoutExtension).Order()!];

    /// <summary>The stories of some languages, each of a feed of its own, in the order of their times.</summary>
    public static IReadOnlyList<(ClusterItem Item, string Event)> In(params IEnumerable<string> languages) =>
    [
        .. languages.SelectMany(
            language => File.ReadLines(Path.Combine(Folder(), $"{language}.txt")).Select(line => (language, parts: line.Split('|'))))
            .Select((line, at) =>
            (new ClusterItem(at + 1, at, Start + (int.Parse(line.parts[1], CultureInfo.InvariantCulture) * SecondsOfHour), line.parts[2])
            {
                Lead = line.parts[3],
                Language = line.language,
            }, $"{line.language} {line.parts[0]}"))
            .OrderBy(story => story.Item1.At),
    ];

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "Fixtures", "Clusters");
}
