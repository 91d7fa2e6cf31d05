namespace TermNews.Tui.Terminal;

/// <summary>A terminal inside the terminal, which keeps sequences it does not know to itself.</summary>
internal enum Multiplexer
{
    /// <summary>None.</summary>
    None,

    /// <summary>tmux.</summary>
    Tmux,

    /// <summary>GNU Screen.</summary>
    Screen,
}
