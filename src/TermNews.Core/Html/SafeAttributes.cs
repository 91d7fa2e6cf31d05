namespace TermNews.Core.Html;

/// <summary>The attributes of a start tag that safe HTML keeps.</summary>
internal readonly record struct SafeAttributes
{
    /// <summary>Characters of a kept value at most, by choice: longer alternative texts are not read.</summary>
    private const int LongestValue = 2000;

    /// <summary>The target of a link (<c>href</c>, <c>cite</c>).</summary>
    public string? Link { get; private init; }

    /// <summary>The source of a picture, player or frame.</summary>
    public string? Source { get; private init; }

    /// <summary>The names and values of the other attributes, in their order.</summary>
    public List<(string Name, string Value)>? Others { get; private init; }

    /// <summary>False for a picture without a source and for a tracking pixel.</summary>
    public bool IsWorthShowing { get; private init; }

    /// <summary>It is a picture of a formula that is present as MathML, too (KaTeX, MediaWiki).</summary>
    public bool IsCopy { get; private init; }

    /// <summary>Reads the attributes of the current tag.</summary>
    public static SafeAttributes Read(ref HtmlTokenizer tokens, string element, Uri? baseUrl, SafePlaces places)
    {
        string? link = null, source = null, lazy = null, place = null;
        var (isPixel, isHidden, isFormula) = (false, false, false);
        List<(string, string)>? others = null;
        while (tokens.ReadAttribute(out var name, out var value))
        {
            if (name.Equals(element is "blockquote" or "q" or "del" or "ins" ? "cite" : "href", StringComparison.OrdinalIgnoreCase))
                link ??= LinkOf(HtmlEntities.Decode(value), baseUrl, places);
            else if (name.Equals(element == "object" ? "data" : "src", StringComparison.OrdinalIgnoreCase))
                source ??= SafeLinks.ResolveWeb(HtmlEntities.Decode(value), baseUrl);
            else if (IsLazySource(name))
                lazy ??= SafeLinks.ResolveWeb(FirstOfSet(HtmlEntities.Decode(value)), baseUrl);
            else if (IsPlace(name, element))
                place ??= places.NameOf(HtmlEntities.Decode(value));
            else if (KeptName(name, element) is { } kept && value.Length <= LongestValue)
                (others ??= []).Add((kept, HtmlEntities.Decode(value)));
            isHidden |= name.Equals("aria-hidden", StringComparison.OrdinalIgnoreCase) && value is "true";
            isFormula |= name.Equals("class", StringComparison.OrdinalIgnoreCase) && IsOfFormula(value);
            isPixel |= IsSize(name) && int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var size) && size <= 1;
        }
        source ??= lazy;
        if (place is not null)
            (others ??= []).Add(("id", place));
        return new()
        {
            Link = link,
            Source = source,
            Others = others,
            IsWorthShowing = source is not null && !isPixel,
            IsCopy = isHidden && isFormula
        };
    }

    /// <summary>The title; null where it is not kept.</summary>
    public string? TitleOrNull => Others?.Find(other => other.Name == "title").Value;

    /// <summary>The character for a task list's disabled checkbox; null for an input that the page's reader could change.</summary>
    public static string TaskOf(ref HtmlTokenizer tokens)
    {
        var (isBox, isFixed, isTicked) = (false, false, false);
        while (tokens.ReadAttribute(out var name, out var value))
        {
            isBox |= name.Equals("type", StringComparison.OrdinalIgnoreCase)
                && value.Equals("checkbox", StringComparison.OrdinalIgnoreCase);
            isFixed |= name.Equals("disabled", StringComparison.OrdinalIgnoreCase);
            isTicked |= name.Equals("checked", StringComparison.OrdinalIgnoreCase);
        }
        return !isBox || !isFixed ? string.Empty : isTicked ? "[x] " : "[ ] ";
    }

    private static string? LinkOf(string address, Uri? baseUrl, SafePlaces places) =>
        places.TargetOf(address) ?? SafeLinks.Resolve(address, baseUrl);

    private static bool IsOfFormula(ReadOnlySpan<char> classes) =>
        classes.Contains("katex-html", StringComparison.Ordinal) || classes.Contains("mwe-math-fallback-image", StringComparison.Ordinal);

    private static bool IsPlace(ReadOnlySpan<char> name, string element) =>
        name.Equals("id", StringComparison.OrdinalIgnoreCase)
            || (element == "a" && name.Equals("name", StringComparison.OrdinalIgnoreCase));

    private static bool IsSize(ReadOnlySpan<char> name) =>
        name.Equals("width", StringComparison.OrdinalIgnoreCase) || name.Equals("height", StringComparison.OrdinalIgnoreCase);

    private static bool IsLazySource(ReadOnlySpan<char> name) =>
        name.Equals("data-src", StringComparison.OrdinalIgnoreCase) || name.Equals("srcset", StringComparison.OrdinalIgnoreCase)
        || name.Equals("data-original", StringComparison.OrdinalIgnoreCase)
        || name.Equals("data-lazy-src", StringComparison.OrdinalIgnoreCase);

    private static string FirstOfSet(string set)
    {
        var trimmed = set.AsSpan().TrimStart();
        var end = trimmed.IndexOfAny(" \t\r\n");
        return (end < 0 ? trimmed : trimmed[..end]).TrimEnd(',').ToString();
    }

    private static string? KeptName(ReadOnlySpan<char> name, string element)
    {
        foreach (var kept in KeptNames(element))
        {
            if (name.Equals(kept, StringComparison.OrdinalIgnoreCase))
                return kept;
        }
        return null;
    }

    private static string[] KeptNames(string element) => element switch
    {
        "img" => ["alt", "title", "width", "height"],
        "a" => ["title", "lang", "dir"],
        "iframe" or "audio" or "video" or "object" => ["title"],
        "td" or "th" => ["colspan", "rowspan", "lang", "dir"],
        "ol" => ["start", "type", "reversed"],
        "li" => ["value", "lang", "dir"],
        "time" or "del" or "ins" => ["datetime"],
        "abbr" or "acronym" or "dfn" => ["title"],
        _ => ["lang", "dir"],
    };
}
