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
    public static Option<string> Of(IReadOnlyList<string> words, string usual = "text")
    {
        var option = new Option<string>("--format")
        {
            Description = $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}.",
            HelpName = "F",
            DefaultValueFactory = _ => usual,
        };
        option.AcceptOnlyFromAmong([.. words]);
        return option;
    }
}
