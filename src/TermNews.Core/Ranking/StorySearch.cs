namespace TermNews.Core.Ranking;

/// <summary>
/// A search over stories in memory: it matches as the search index does (whole words, case and accents folded), over headline, lead,
/// author, categories and feed.
/// </summary>
internal sealed class StorySearch(string typed)
{
    private readonly SearchExpression _search = SearchExpression.Parse(typed);

    /// <summary>Whether a story matches.</summary>
    public bool Finds(Candidate story)
    {
        var words = new StoryWords(story);
        return _search.HasTerms && _search.All.All(any => any.Any(words.Has)) && !_search.None.Any(words.Has);
    }

    /// <summary>The folded words of a story, each part computed when it is first needed.</summary>
    private sealed class StoryWords(Candidate story)
    {
        private string? _title, _author, _categories, _lead;

        private string Title => _title ??= Fold(story.Title);

        private string Author => _author ??= Fold(story.Author);

        private string Categories => _categories ??= string.Join('\n', story.Categories.Select(Fold));

        private string Lead => _lead ??= Fold(story.Lead);

        public bool Has(SearchTerm term)
        {
            if (term.Column == SearchColumn.Feed)
                return story.Feed.Title.Contains(term.Text, StringComparison.OrdinalIgnoreCase);
            var folded = Fold(term.Text);
            var wanted = term.IsPrefix ? folded.TrimEnd() : folded;
            return term.Column switch
            {
                SearchColumn.Title => Has(Title, wanted),
                SearchColumn.Author => Has(Author, wanted),
                SearchColumn.Category => Has(Categories, wanted),
                _ => Has(Title, wanted) || Has(Lead, wanted) || Has(Author, wanted) || Has(Categories, wanted),
            };
        }

        private static bool Has(string text, string wanted) => text.Contains(wanted, StringComparison.Ordinal);
    }

    /// <summary>Lowercase words without accents, with a space before and after each; a single space for no words.</summary>
    private static string Fold(string? text)
    {
        var folded = new StringBuilder(" ", (text?.Length ?? 0) + 2);
        foreach (var rune in UnicodeForms.Nfd(SearchText.Separate(text ?? "")).EnumerateRunes())
        {
            if (rune.Value is >= 0x0300 and <= 0x036F)
                continue;
            if (SearchText.IsWordRune(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark)
                folded.Append(Rune.ToLowerInvariant(rune));
            else if (folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded[^1] == ' ' ? folded.ToString() : folded.Append(' ').ToString();
    }
}
