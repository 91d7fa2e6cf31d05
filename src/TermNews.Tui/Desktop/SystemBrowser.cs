using TermNews.Tui.Terminal;

namespace TermNews.Tui.Desktop;

/// <summary>Opens addresses in the browser, in local sessions only.</summary>
internal sealed class SystemBrowser(TerminalTraits traits, Func<string, string?> environment, IClipboard clipboard) : IBrowser
{
    /// <summary>The time in which a browser reports failure; one that still runs counts as started.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly string[] Schemes = ["http", "https", "mailto", "gopher", "gemini"];

    public bool IsElsewhere => traits.IsRemote;

    public async Task<string> OpenAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !Schemes.Contains(uri.Scheme))
            throw new NewsException(NewsFault.WrongUse, $"{address} is no address that a browser is asked to open.");
        if (!traits.IsRemote && BrowserProgram.Find(environment) is { } browser
            && await ExternalProgram.RunAsync(
                browser.Program, [.. browser.ArgumentsFor(uri.AbsoluteUri)], string.Empty, Patience, cancellationToken))
        {
            return $"Opened {address}";
        }
        await clipboard.CopyAsync(address, cancellationToken);
        return traits.IsRemote ? $"Copied: {address}" : $"No browser was found; copied: {address}";
    }
}
