using System.Globalization;
using TermNews.Core.Text;

namespace TermNews.Core.Stories;

/// <summary>What a reader may care for.</summary>
public enum InterestKind
{
    /// <summary>A term of headlines: a word, or two characters where a script parts no words.</summary>
    Term,

    /// <summary>A feed.</summary>
    Feed,

    /// <summary>A category.</summary>
    Category,
}

/// <summary>One thing a reader may care for.</summary>
/// <param name="Kind">What it is.</param>
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
