namespace TermNews.Core.Stories;

/// <summary>How much of a candidate's text is read; what is not is as if the story had none.</summary>
public enum CandidateText
{
    /// <summary>None of it.</summary>
    None,

    /// <summary>The headline and the categories.</summary>
    Headline,

    /// <summary>The author and the lead too.</summary>
    All,
}
