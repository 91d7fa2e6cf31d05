namespace TermNews.Tui.Terminal;

/// <summary>How a terminal shows pictures.</summary>
internal enum PictureProtocol
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>With half blocks in 256 colours or more.</summary>
    HalfBlocks,

    /// <summary>With the graphics protocol of kitty: cells hold placeholders, so that scrolling and erasing are those of text.</summary>
    Kitty,

    /// <summary>With sixels (DEC VT340), drawn over blank cells.</summary>
    Sixel,
}
