namespace TermNews.Core.Articles.Writing;

/// <summary>An article with its headline, ready to be written in any <see cref="ArticleFormat"/>.</summary>
public sealed class PrintedArticle
{
    /// <summary>The headline, plain text of one line; null if it is not known.</summary>
    public string? Title { get; init; }

    /// <summary>Author, feed and date, plain text of one line each.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>The address of its page, or null.</summary>
    public string? Link { get; init; }

    /// <summary>The caption of its picture, or null.</summary>
    public string? Caption { get; init; }

    /// <summary>The text.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Each fact is on a line of its own, and so is the address, as at the head of a letter.</summary>
    public bool IsLetter { get; init; }

    /// <summary>Writes the article as one JSON object.</summary>
    public required Action<Utf8JsonWriter> Json { get; init; }

    /// <summary>The caption, unless a figure of the text has the same.</summary>
    internal string? OwnCaption =>
        Blocks.OfType<Figure>().Any(figure => Caption == figure.Caption || Caption == figure.Alt) ? null : Caption;

    /// <summary>The facts as lines.</summary>
    internal IReadOnlyList<string> FactLines => IsLetter || Facts.Count == 0 ? Facts : [string.Join(" · ", Facts)];

    /// <summary>"By Ada", with the address of a mailbox if there is one; null without an author.</summary>
    public static string? By(string? author, string? mailbox = null) =>
        author is null ? null : mailbox is null ? $"By {author}" : $"By {author} <{mailbox}>";

    /// <summary>The facts that are known.</summary>
    public static IReadOnlyList<string> Known(params ReadOnlySpan<string?> facts)
    {
        List<string> known = [];
        foreach (var fact in facts)
        {
            if (!string.IsNullOrEmpty(fact))
                known.Add(fact);
        }
        return known;
    }
}
