using TermNews.Core.Export;

namespace TermNews.Cli.Commands.Shared;

/// <summary>The <c>--format</c> option.</summary>
internal static class FormatOption
{
    /// <summary>For commands that print a <see cref="Table{T}"/>.</summary>
    public static Option<string> ForTable(string usual = "text") => Of(ExportFormats.ForTables, usual);

    /// <summary>For commands that print text or one JSON object.</summary>
    public static Option<string> TextOrJson() => Of(["text", "json"]);

    /// <summary>An option that takes some words.</summary>
    public static Option<string> Of(IReadOnlyList<string> words, string usual = "text") =>
        Create(words, usual, $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}.");

    /// <summary>An option that takes one of many words, as text by default or required.</summary>
    public static Option<string> OneOf(IReadOnlyList<string> words, bool isRequired = false) =>
        Create(words, isRequired ? null : "text", $"One of {string.Join(", ", words)}.");

    private static Option<string> Create(IReadOnlyList<string> words, string? usual, string description) => new Option<string>("--format")
    {
        Description = description,
        HelpName = "F",
        Required = usual is null,
        DefaultValueFactory = usual is null ? null : _ => usual,
    }.Only(words);
}
