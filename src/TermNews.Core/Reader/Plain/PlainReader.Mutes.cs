using System.Globalization;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;
using TermNews.Core.Text;
using TermNews.Core.Words;

namespace TermNews.Core.Reader.Plain;

public sealed partial class PlainReader
{
    private const int LongestSpan = 5;

    internal async Task MuteAsync(string rest, CancellationToken token)
    {
        var (name, typed) = Split(rest);
        var kind = MuteKindOf(name);
        var (text, span) = WithoutSpan(typed);
        var mute = (await MuteOfAsync(kind, text, token)) with { Until = span is { } lasting ? Now + lasting : null };
        await _reader.MuteAsync(mute, token);
        TellNotice();
        _isListStale = true;
    }

    internal async Task UnmuteAsync(string rest, CancellationToken token)
    {
        var (name, text) = Split(rest);
        var asked = new Mute(MuteKindOf(name), text);
        var mutes = (await _reader.MutesAsync(token)).Select(count => count.Mute).OrderBy(mute => mute.IsConfigured);
        var mute = mutes.FirstOrDefault(mute => asked.IsSame(mute with { IsConfigured = false, FeedId = null }))
            ?? throw Wrong($"{Sentences.Capital(asked.Name)} is not muted; muted lists what is.");
        await _reader.UnmuteAsync(mute, token);
        TellNotice();
        _isListStale = true;
    }

    internal async Task ShowMutedAsync(CancellationToken token)
    {
        var counts = await _reader.MutesAsync(token);
        foreach (var count in counts)
            _printer.Line(_reader.LineOf(count));
        await ToFrontPageAsync(token);
        await _reader.ShowMutedAsync(token);
        await ShowAnewAsync(token);
    }

    /// <summary>Takes back or makes again; what is muted no longer, or once more, has its numbers in the next list.</summary>
    internal async Task TurnAsync(ReaderCommand command, CancellationToken token)
    {
        var muted = _reader.FrontPage.State.MutedCount;
        await ExecuteAsync(command, token);
        _isListStale |= _reader.FrontPage.State.MutedCount != muted;
    }

    private async Task<Mute> MuteOfAsync(MuteKind kind, string text, CancellationToken token)
    {
        if (kind == MuteKind.Feed)
        {
            if (text.Length == 0)
                return new Mute(kind, StoryOf("").Feed.Title) { FeedId = StoryOf("").Feed.Id };
            var feed = await FeedOfAsync(text, token);
            return new Mute(kind, feed.Title) { FeedId = feed.Id };
        }
        var meant = text.Length > 0 ? text : kind switch
        {
            MuteKind.Author => StoryOf("").Author,
            MuteKind.Category => StoryOf("").Categories is [var first, ..] ? first : null,
            MuteKind.Word or MuteKind.Feed => null,
        };
        return new Mute(kind, ForeignText.CleanLine(meant ?? throw Wrong($"Say which: mute {MuteKinds.WordOf(kind)} TEXT")));
    }

    private static MuteKind MuteKindOf(string name)
    {
        foreach (var kind in MuteKinds.All)
        {
            if (MuteKinds.WordOf(kind).Equals(name, StringComparison.OrdinalIgnoreCase))
                return kind;
        }
        throw Wrong($"Say what: {string.Join(", ", MuteKinds.All.Select(MuteKinds.WordOf))}.");
    }

    /// <summary>A span such as 12h, 1d or 4w at the end of a line, apart from the rest.</summary>
    private static (string Text, TimeSpan? Span) WithoutSpan(string typed)
    {
        var at = typed.LastIndexOf(' ') + 1;
        var last = typed[at..];
        if (last.Length is < 2 or > LongestSpan
            || !int.TryParse(last.AsSpan(0, last.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return (typed, null);
        TimeSpan? span = last[^1] switch
        {
            'h' => TimeSpan.FromHours(count),
            'd' => TimeSpan.FromDays(count),
            'w' => TimeSpan.FromDays(7 * count),
            _ => null,
        };
        return span > TimeSpan.Zero ? (typed[..at].TrimEnd(), span) : (typed, null);
    }
}
