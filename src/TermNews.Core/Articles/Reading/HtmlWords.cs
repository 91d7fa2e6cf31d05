using AngleSharp.Dom;

namespace TermNews.Core.Articles.Reading;

/// <summary>The meaning of HTML elements and attributes for articles.</summary>
internal static class HtmlWords
{
    private static readonly string[] CodePrefixes = ["language-", "lang-", "highlight-source-", "brush:"];

    /// <summary>A placeholder for an unknown address of a page; addresses relative to it are not links.</summary>
    public static Uri Nowhere { get; } = new("http://nowhere.invalid/");

    /// <summary>Block elements without another meaning: they separate paragraphs.</summary>
    public static IReadOnlySet<string> Blocks { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "address", "article", "aside", "body", "caption", "center", "details", "dialog", "div", "dd", "dt", "fieldset", "figcaption",
        "footer", "form", "header", "hgroup", "legend", "li", "main", "nav", "p", "section", "summary", "table", "tbody", "td", "tfoot",
        "th", "thead", "tr",
        "option",
    };

    /// <summary>Inline elements.</summary>
    public static IReadOnlySet<string> InLine { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "a", "abbr", "b", "cite", "code", "em", "i", "img", "kbd", "mark", "s", "small", "span", "strong", "sub", "sup", "u",
    };

    /// <summary>Elements without readable text.</summary>
    public static IReadOnlySet<string> Skipped { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "head", "title", "meta", "link", "svg", "button", "input", "select", "textarea",
        "canvas", "object", "rp", "annotation", "annotation-xml", "noembed", "noframes",
    };

    /// <summary>The schemes of links.</summary>
    public static IReadOnlyList<string> LinkSchemes { get; } = ["http", "https", "mailto", "gopher", "gemini"];

    /// <summary>The schemes of pictures and embeds.</summary>
    public static IReadOnlyList<string> WebSchemes { get; } = ["http", "https"];

    /// <summary>An absolute address of one of the schemes, or null.</summary>
    public static string? Address(string? value, Uri? baseUrl, IReadOnlyList<string> schemes)
    {
        var trimmed = value?.Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > 8192)
            return null;
        var isKnown = baseUrl is null
            ? Uri.TryCreate(trimmed, UriKind.Absolute, out var address)
            : Uri.TryCreate(baseUrl, trimmed, out address);
        var isWanted = isKnown && address is { IsAbsoluteUri: true } && address.Host != Nowhere.Host && schemes.Contains(address.Scheme);
        return isWanted ? address!.AbsoluteUri : null;
    }

    /// <summary>The programming language of a code block, by the class names of syntax highlighters, or null.</summary>
    public static string? LanguageOf(IElement code)
    {
        foreach (var element in new[] { code, code.QuerySelector("code"), code.ParentElement })
        {
            var classes = element?.ClassList.AsEnumerable() ?? [];
            var named = classes.SelectMany(AfterPrefix).FirstOrDefault(IsLanguage);
            if (named is not null)
                return named;
        }
        return null;
    }

    /// <summary>The style of the numbers of a list.</summary>
    public static ListNumbering NumberingOf(IElement list) => list.GetAttribute("type") switch
    {
        "a" => ListNumbering.LowerLetters,
        "A" => ListNumbering.UpperLetters,
        "i" => ListNumbering.LowerRoman,
        "I" => ListNumbering.UpperRoman,
        _ => ListNumbering.Digits,
    };

    private static IEnumerable<string> AfterPrefix(string name) =>
        CodePrefixes.Where(prefix => name.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => name[prefix.Length..]);

    private static bool IsLanguage(string name) =>
        name.Length is > 0 and < 24 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '-');

    /// <summary>A whole number, or a default.</summary>
    public static int Number(string? value, int otherwise) =>
        int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
