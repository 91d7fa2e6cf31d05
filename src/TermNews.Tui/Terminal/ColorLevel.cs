namespace TermNews.Tui.Terminal;

/// <summary>How many colours a terminal has.</summary>
internal enum ColorLevel
{
    /// <summary>None, or none are wanted: bold, underline and reverse only.</summary>
    None,

    /// <summary>The 16 of its palette.</summary>
    Sixteen,

    /// <summary>The 256 of xterm.</summary>
    Palette256,

    /// <summary>24 bits.</summary>
    TrueColor,
}
