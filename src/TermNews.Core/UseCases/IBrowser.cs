namespace TermNews.Core.UseCases;

/// <summary>Opens addresses outside the program: web pages in the browser, <c>mailto:</c> in the mail program.</summary>
public interface IBrowser
{
    /// <summary>The reader sits at another machine (SSH): addresses are copied instead of opened, and a QR code may help.</summary>
    bool IsElsewhere { get; }

    /// <summary>Opens an address. Gives the sentence for the reader; over SSH the link is copied and shown.</summary>
    /// <exception cref="NewsException">The address cannot be opened.</exception>
    Task<string> OpenAsync(string address, CancellationToken cancellationToken);
}
