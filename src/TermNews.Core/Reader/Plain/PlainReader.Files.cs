using System.Globalization;
using TermNews.Core.Stories;
using TermNews.Core.UseCases;

namespace TermNews.Core.Reader.Plain;

public sealed partial class PlainReader
{
    private IReadOnlyList<Enclosure> Files => OpenStory?.Enclosures ?? throw Wrong("No story is open; its number opens one.");

    internal Task ShowFiles()
    {
        if (Files.Count == 0)
            _printer.Line("No file belongs to this story.");
        foreach (var (place, file) in Files.Index())
            _printer.Line(string.Create(CultureInfo.InvariantCulture, $"{place + 1}: {EnclosureWords.Of(file, _parts.Ascii)}"));
        return Task.CompletedTask;
    }

    internal async Task FollowFileAsync(string rest, CancellationToken token)
    {
        var (number, how) = Split(rest);
        var files = Files;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place < 1 || place > files.Count)
            throw Wrong(files.Count == 0 ? "No file belongs to this story." : $"Give the number of a file, from 1 to {files.Count}.");
        var file = files[place - 1];
        switch (how)
        {
            case "" or "download":
                await _reader.DownloadAsync(file, token);
                break;
            case "open":
                await _reader.BrowseToAsync(file.Url, token);
                break;
            case "copy":
                await _reader.CopyTextAsync(file.Url, token);
                break;
            case "show":
                _printer.Line(file.Url);
                return;
            default:
                throw Wrong($"A file can be downloaded, opened, copied or shown: file {number} download, open, copy or show.");
        }
        TellNotice();
    }
}
