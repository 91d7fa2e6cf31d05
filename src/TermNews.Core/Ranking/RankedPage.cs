using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>A page of a list, each row with its reason.</summary>
/// <param name="Stories">In the order of the list.</param>
/// <param name="Next">Where the next page begins, or null at the end.</param>
public sealed record RankedPage(IReadOnlyList<RankedStory> Stories, StoryCursor? Next);
