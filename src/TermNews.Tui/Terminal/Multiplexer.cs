namespace TermNews.Tui.Terminal;

/// <summary>A terminal multiplexer, which does not pass on unknown sequences.</summary>
internal enum Multiplexer
{
    /// <summary>None.</summary>
    None,

    /// <summary>tmux.</summary>
    Tmux,

    /// <summary>GNU Screen.</summary>
    Screen,
}
