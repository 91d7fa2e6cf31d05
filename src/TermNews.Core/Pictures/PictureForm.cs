namespace TermNews.Core.Pictures;

/// <summary>How pictures are shown.</summary>
public enum PictureForm
{
    /// <summary>Not at all: captions only.</summary>
    None,

    /// <summary>Of half blocks, two pixels a cell.</summary>
    HalfBlocks,

    /// <summary>The terminal draws them over cells that are left to them.</summary>
    Placed,
}
