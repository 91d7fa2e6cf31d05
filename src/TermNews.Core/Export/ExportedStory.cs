using TermNews.Core.Ranking;

namespace TermNews.Core.Export;

/// <summary>A story with all that writers need.</summary>
/// <param name="Ranked">The story with its score and reason.</param>
/// <param name="Text">Its text; null if it was not requested.</param>
/// <param name="Comments">Its comments; null if they were not requested.</param>
public sealed record ExportedStory(RankedStory Ranked, StoryText? Text = null, IReadOnlyList<Comment>? Comments = null)
{
    /// <summary>The story.</summary>
    public Story Story => Ranked.Story;

    /// <summary>The headline to print: the title, else the lead, else the link.</summary>
    public string Headline => Story.Headline;

    /// <summary>Openings on this database plus the views that the feed publishes.</summary>
    public long Views => Story.Status.Views + (Story.Counters.Views ?? 0);
}
