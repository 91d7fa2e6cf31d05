using Tomlyn;
using Tomlyn.Syntax;

namespace TermNews.Core.Configuration;

/// <summary>Reads the lists of <c>[mute]</c>: texts, and inline tables of a text with an end.</summary>
internal sealed class MuteReader(string path)
{
    private readonly List<Mute> _mutes = [];

    /// <summary>All mutes, in the order of the file.</summary>
    public IReadOnlyList<Mute> Mutes => _mutes;

    /// <summary>Takes one list; false if it is not of <c>[mute]</c>.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.Unreadable"/>: an entry does not fit.</exception>
    public bool Take(TomlItem item)
    {
        if (item.Path is not ["mute", var list] || KindOf(list) is not { } kind)
            return false;
        if (item.Value is not ArraySyntax array)
            throw Wrong(item.Line, item.Column, $"mute.{list} must be a list, such as {Example(kind)}");
        _mutes.AddRange(array.Items.Select(one => Read(kind, list, one.Value)));
        return true;
    }

    private static MuteKind? KindOf(string list) => list switch
    {
        "words" => MuteKind.Word,
        "authors" => MuteKind.Author,
        "feeds" => MuteKind.Feed,
        "categories" => MuteKind.Category,
        _ => null,
    };

    private Mute Read(MuteKind kind, string list, ValueSyntax? value)
    {
        var (line, column) = ((value?.Span.Start.Line ?? 0) + 1, (value?.Span.Start.Column ?? 0) + 1);
        if (value is not InlineTableSyntax table)
        {
            return TextOf(value) is { } text
                ? new Mute(kind, Bounded(kind, text, line, column)) { IsConfigured = true }
                : throw Wrong(line, column, $"mute.{list} takes texts that are not empty and tables, such as {Example(kind)}");
        }
        var pairs = table.Items.Select(one => one.KeyValue).OfType<KeyValueSyntax>()
            .GroupBy(pair => pair.Key?.ToString().Trim() ?? "").ToDictionary(alike => alike.Key, alike => alike.Last().Value);
        var word = MuteKinds.WordOf(kind);
        if (pairs.Keys.FirstOrDefault(key => key != word && key != "until") is { } other)
            throw Wrong(line, column, $"an entry of mute.{list} has {word} and until, and no {ForeignText.CleanLine(other)}");
        if (!pairs.TryGetValue(word, out var named) || TextOf(named) is not { } what)
            throw Wrong(line, column, $"an entry of mute.{list} needs {word}, a text that is not empty, such as {Example(kind)}");
        return new Mute(kind, Bounded(kind, what, line, column))
        {
            IsConfigured = true,
            Until = pairs.TryGetValue("until", out var end) ? EndOf(list, end) : null,
        };
    }

    private string Bounded(MuteKind kind, string text, int line, int column) => kind != MuteKind.Word || text.Length <= Mute.LongestWord
        ? text
        : throw Wrong(line, column, $"a muted word has at most {Mute.LongestWord} characters");

    private static string? TextOf(ValueSyntax? value) =>
        value is StringValueSyntax { Value: { } text } && ForeignText.CleanLine(text) is { Length: > 0 } clean ? clean : null;

    /// <summary>A mute until a day ends at its first second. Dates without a zone are UTC.</summary>
    private DateTimeOffset EndOf(string list, ValueSyntax? value)
    {
        if (value is DateTimeValueSyntax { Value: { Kind: not TomlDateTimeKind.LocalTime } time })
            return time.Kind is TomlDateTimeKind.LocalDate or TomlDateTimeKind.LocalDateTime
                ? new DateTimeOffset(time.DateTime.DateTime, TimeSpan.Zero)
                : time.DateTime;
        throw Wrong((value?.Span.Start.Line ?? 0) + 1, (value?.Span.Start.Column ?? 0) + 1,
            $"until in mute.{list} must be a date or a time with its date, without quotation marks, such as 2026-12-01");
    }

    private static string Example(MuteKind kind) => $"[\"one\", {{ {MuteKinds.WordOf(kind)} = \"two\", until = 2026-12-01 }}]";

    private NewsException Wrong(int line, int column, string what) => SettingsFile.Fault(path, line, column, what);
}
