using System.Text;

namespace TermNews.Tui.Terminal;

/// <summary>Copies through the terminal itself (OSC 52), which works from a remote machine too.</summary>
internal static class ClipboardSequence
{
    /// <summary>What to send; inside tmux also wrapped, for the terminal outside.</summary>
    public static string For(string text, bool isInTmux)
    {
        var copy = $"\e]52;c;{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\a";
        return isInTmux ? $"{copy}\ePtmux;\e{copy}\e\\" : copy;
    }
}
