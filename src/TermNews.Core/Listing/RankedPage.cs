using TermNews.Core.Ranking;

namespace TermNews.Core.Listing;

/// <summary>A page of a list, each row with its reason.</summary>
/// <param name="Stories">In the order of the list.</param>
/// <param name="Next">The beginning of the next page; null at the end.</param>
public sealed record RankedPage(IReadOnlyList<RankedStory> Stories, StoryCursor? Next);
