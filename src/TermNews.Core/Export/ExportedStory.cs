using TermNews.Core.Ranking;
using TermNews.Core.Stories;

namespace TermNews.Core.Export;

/// <summary>A story on its way out.</summary>
/// <param name="Ranked">The story with its score and reason.</param>
/// <param name="Text">Its text; null where it was not asked for.</param>
/// <param name="Comments">Its comments; null where they were not asked for.</param>
public sealed record ExportedStory(RankedStory Ranked, StoryText? Text = null, IReadOnlyList<Comment>? Comments = null)
{
    /// <summary>The story.</summary>
    public Story Story => Ranked.Story;

    /// <summary>A headline to print: the title, else the beginning of the text.</summary>
    public string Headline => Story.Title ?? Story.Lead ?? Story.Link ?? "(no title)";

    /// <summary>Openings on this database and what the feed publishes, together.</summary>
    public long Views => Story.Status.Views + (Story.Counters.Views ?? 0);
}
