namespace TermNews.Tui.Terminal;

/// <summary>The way a terminal shows pictures.</summary>
internal enum PictureProtocol
{
    /// <summary>None.</summary>
    None,

    /// <summary>Half blocks in 256 colours or more.</summary>
    HalfBlocks,

    /// <summary>Kitty's graphics protocol with placeholders, which scroll and erase like text.</summary>
    Kitty,

    /// <summary>Sixels (DEC VT340), drawn over blank cells.</summary>
    Sixel,
}
