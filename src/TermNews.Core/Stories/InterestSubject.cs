namespace TermNews.Core.Stories;

/// <summary>The kind of an interest.</summary>
public enum InterestKind
{
    /// <summary>A term of headlines: a word, or two characters in scripts without spaces.</summary>
    Term,

    /// <summary>A feed.</summary>
    Feed,

    /// <summary>A category.</summary>
    Category,
}

/// <summary>The subject of an interest.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Key">The term as headlines are compared by it, the feed's id in digits, or the category without case.</param>
public readonly record struct InterestSubject(InterestKind Kind, string Key)
{
    /// <summary>A term of headlines.</summary>
    public static InterestSubject Term(string term) => new(InterestKind.Term, term);

    /// <summary>A feed.</summary>
    public static InterestSubject Feed(long feedId) => new(InterestKind.Feed, feedId.ToString(CultureInfo.InvariantCulture));

    /// <summary>A category, case ignored.</summary>
    public static InterestSubject Category(string name) => new(InterestKind.Category, UnicodeForms.Nfc(name.Trim()).ToUpperInvariant());
}
