using TermNews.Core;
using TermNews.Core.ViewModels;
using TermNews.Tui.Terminal;

namespace TermNews.Tui.Desktop;

/// <summary>Opens addresses with the reader's browser, on the machine the reader sits at only.</summary>
internal sealed class SystemBrowser(TerminalTraits traits, Func<string, string?> environment, IClipboard clipboard) : IBrowser
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly string[] Schemes = ["http", "https", "mailto", "gopher", "gemini"];

    public async Task<string> OpenAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !Schemes.Contains(uri.Scheme))
            throw new NewsException(NewsFault.WrongUse, $"{address} is no address that a browser is asked to open.");
        foreach (var (program, arguments) in traits.IsRemote ? [] : Programs())
        {
            if (await ExternalProgram.RunAsync(program, [.. arguments, uri.AbsoluteUri], string.Empty, Patience, cancellationToken))
                return $"Opened {address}";
        }
        await clipboard.CopyAsync(address, cancellationToken);
        return traits.IsRemote ? $"Copied: {address}" : $"No browser was found; copied: {address}";
    }

    private IEnumerable<(string Program, string[] Arguments)> Programs()
    {
        var first = environment("BROWSER")?.Split(':')[0];
        if (!string.IsNullOrEmpty(first) && !first.Contains('%', StringComparison.Ordinal))
            yield return (first, []);
        if (OperatingSystem.IsMacOS())
            yield return ("open", []);
        else if (OperatingSystem.IsWindows())
            yield return ("explorer", []);
        else if (environment("DISPLAY") is { Length: > 0 } || environment("WAYLAND_DISPLAY") is { Length: > 0 })
            yield return ("xdg-open", []);
    }
}
