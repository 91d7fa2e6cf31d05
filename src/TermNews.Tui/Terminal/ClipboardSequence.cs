using System.Text;

namespace TermNews.Tui.Terminal;

/// <summary>Copies through the terminal itself (OSC 52), which works from a remote machine too.</summary>
internal static class ClipboardSequence
{
    private const int ScreenTakes = 720;   // GNU Screen drops strings of more than 768 bytes.

    /// <summary>What to send; inside a multiplexer wrapped, for the terminal outside.</summary>
    public static string For(string text, Multiplexer multiplexer)
    {
        var copy = $"\e]52;c;{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\a";
        return multiplexer switch
        {
            Multiplexer.None => copy,
            Multiplexer.Tmux => $"{copy}\ePtmux;\e{copy}\e\\",   // tmux takes the first for its own buffer, and may let the second through.
            Multiplexer.Screen => string.Concat(copy.Chunk(ScreenTakes).Select(part => $"\eP{new string(part)}\e\\")),
        };
    }
}
