namespace TermNews.Core.Pictures;

/// <summary>The way pictures are shown.</summary>
public enum PictureForm
{
    /// <summary>Only captions.</summary>
    None,

    /// <summary>As half blocks, with two pixels per cell.</summary>
    HalfBlocks,

    /// <summary>By the terminal, over reserved cells.</summary>
    Placed,
}
