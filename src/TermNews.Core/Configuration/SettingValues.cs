using Tomlyn.Syntax;

namespace TermNews.Core.Configuration;

/// <summary>
/// Reads typed values. A value that does not fit is a <see cref="NewsFault.Unreadable"/> that names file, line, column and key.
/// </summary>
internal sealed class SettingValues(string path)
{
    /// <summary>The largest weight: a hundred times the default of a counter drowns everything else already.</summary>
    private const double MostWeight = 100;

    private static readonly TimeSpan ShortestSpan = TimeSpan.FromMinutes(1), LongestSpan = TimeSpan.FromDays(365);

    /// <summary>A whole number within bounds, both included.</summary>
    public int Number(TomlItem item, int least, int most) =>
        item.Value is IntegerValueSyntax { Value: var value } && value >= least && value <= most
            ? (int)value
            : throw Wrong(item, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}"));

    /// <summary>A weight of evidence, 0 to 100.</summary>
    public double Weight(TomlItem item)
    {
        double? value = item.Value switch
        {
            IntegerValueSyntax whole => whole.Value,
            FloatValueSyntax broken => broken.Value,
            _ => null,
        };
        return value is >= 0 and <= MostWeight and var weight
            ? weight
            : throw Wrong(item, string.Create(CultureInfo.InvariantCulture, $"must be a number from 0 to {MostWeight}"));
    }

    /// <summary>A duration of a minute to a year, with its unit: <c>"12h"</c>.</summary>
    public TimeSpan Span(TomlItem item) =>
        item.Value is StringValueSyntax { Value: { } text } && Ages.Read(text) is { } span && span >= ShortestSpan && span <= LongestSpan
            ? span
            : throw Wrong(item, "must be a time such as \"90m\", \"12h\" or \"14d\", from \"1m\" to \"365d\"");

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Truth(TomlItem item) =>
        item.Value is BooleanValueSyntax { Value: var value } ? value : throw Wrong(item, "must be true or false");

    /// <summary><c>"auto"</c>, <c>"on"</c> or <c>"off"</c>, in any of their spellings.</summary>
    public SettingSwitch Switch(TomlItem item) => item.Value switch
    {
        StringValueSyntax { Value: "auto" } => SettingSwitch.Auto,
        StringValueSyntax { Value: "on" or "always" } or BooleanValueSyntax { Value: true } => SettingSwitch.On,
        StringValueSyntax { Value: "off" or "never" } or BooleanValueSyntax { Value: false } => SettingSwitch.Off,
        _ => throw Wrong(item, "must be \"auto\", \"on\" or \"off\""),
    };

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(TomlItem item) => item.Value is ArraySyntax array
        ? [.. array.Items.Select(one => Text(item, one.Value))]
        : throw Wrong(item, "must be a list of texts, such as [\"one\", \"two\"]");

    /// <summary>A text or a list of texts.</summary>
    public IReadOnlyList<string> OneOrMore(TomlItem item) => item.Value is ArraySyntax ? Texts(item) : [Text(item)];

    /// <summary>A text that is not empty.</summary>
    public string Text(TomlItem item) => Text(item, item.Value);

    /// <summary>The error for a value.</summary>
    public NewsException Wrong(TomlItem item, string what) => SettingsFile.Fault(path, item.Line, item.Column, $"{NameOf(item)} {what}");

    /// <summary>The full name of a key, as errors and warnings print it.</summary>
    public static string NameOf(TomlItem item) => ForeignText.CleanLine(string.Join('.', item.Path));

    private string Text(TomlItem item, ValueSyntax? value) =>
        value is StringValueSyntax { Value: { } text } && ForeignText.CleanLine(text) is { Length: > 0 } clean
            ? clean
            : throw Wrong(item, "must be a text in quotation marks that is not empty");
}
