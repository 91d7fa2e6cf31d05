using TermNews.Tui.Desktop;
using TermNews.Tui.Terminal;

namespace TermNews.Tui.Plain;

/// <summary>The clipboard of the desktop. Without one the text is shown: a plain terminal gets no escape sequences.</summary>
internal sealed class ShownClipboard(TerminalTraits traits, Func<string, string?> environment) : IClipboard
{
    public async Task<string> CopyAsync(string text, CancellationToken cancellationToken)
    {
        var desktop = new SystemClipboard(traits, environment, _ => throw Shown(text));
        return await desktop.CopyAsync(text, cancellationToken);
    }

    private static NewsException Shown(string text) => new(NewsFault.WrongUse, $"No program here can take this; it is: {text}");
}
