using TermNews.Core.UseCases;

namespace TermNews.Tui.Plain;

/// <summary>The files of the open story.</summary>
internal sealed class PlainFiles(PlainSession session)
{
    private const string None = "No file belongs to this story.";

    private IReadOnlyList<Enclosure> Files => session.OpenStory?.Enclosures ?? throw PlainWords.Wrong(PlainWords.NothingOpen);

    /// <summary>Shows the files.</summary>
    public Task Show()
    {
        if (Files.Count == 0)
            session.Printer.Line(None);
        foreach (var (place, file) in Files.Index())
        {
            var words = EnclosureWords.Of(file, session.Parts.Ascii);
            session.Printer.Line(string.Create(CultureInfo.InvariantCulture, $"{place + 1}: {words}"));
        }
        return Task.CompletedTask;
    }

    /// <summary>Downloads a file, opens it in the browser, copies its address or shows it.</summary>
    public async Task FollowAsync(string rest, CancellationToken token)
    {
        var (number, how) = PlainWords.Split(rest);
        var files = Files;
        if (PlainWords.Number(number) is not { } place || place < 1 || place > files.Count)
            throw PlainWords.Wrong(files.Count == 0 ? None : $"Give the number of a file, from 1 to {files.Count}.");
        var file = files[place - 1];
        session.Tell(how switch
        {
            "" or "download" => await session.Downloads.RunAsync(file, static _ => { }, token),
            "open" => await session.Share.OpenAsync(file.Url, token),
            "copy" => await session.Share.CopyAsync(file.Url, token),
            "show" => new Outcome(file.Url),
            _ => throw PlainWords.Wrong($"A file can be downloaded, opened, copied or shown: file {number} download, open, copy or show."),
        });
    }
}
