namespace TermNews.Tui.Terminal;

/// <summary>Builds the sequence that copies text through the terminal (OSC 52), which also works over SSH.</summary>
internal static class ClipboardSequence
{
    private const int ScreenTakes = 720;   // GNU Screen drops strings of more than 768 bytes.

    /// <summary>The sequence; inside a multiplexer it is wrapped for the outer terminal.</summary>
    public static string For(string text, Multiplexer multiplexer)
    {
        var copy = $"\e]52;c;{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\a";
        return multiplexer switch
        {
            Multiplexer.None => copy,
            // tmux copies the first into its own buffer, and passes the second through if it is allowed to.
            Multiplexer.Tmux => $"{copy}\ePtmux;\e{copy}\e\\",
            Multiplexer.Screen => string.Concat(copy.Chunk(ScreenTakes).Select(part => $"\eP{new string(part)}\e\\")),
        };
    }
}
