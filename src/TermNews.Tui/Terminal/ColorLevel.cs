namespace TermNews.Tui.Terminal;

/// <summary>The colour depth of a terminal.</summary>
internal enum ColorLevel
{
    /// <summary>No colours, or none wanted: bold, underline and reverse only.</summary>
    None,

    /// <summary>The palette of 16 colours.</summary>
    Sixteen,

    /// <summary>The 256 colours of xterm.</summary>
    Palette256,

    /// <summary>24-bit colours.</summary>
    TrueColor,
}
