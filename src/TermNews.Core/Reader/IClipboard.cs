namespace TermNews.Core.Reader;

/// <summary>The clipboard, or what stands in for it.</summary>
public interface IClipboard
{
    /// <summary>Copies a text. Gives the sentence that tells the reader what happened ("Copied." or where it can be seen).</summary>
    /// <exception cref="NewsException">It cannot be copied.</exception>
    Task<string> CopyAsync(string text, CancellationToken cancellationToken);
}

/// <summary>Opens addresses outside: web pages in the browser, <c>mailto:</c> in the mail program.</summary>
public interface IBrowser
{
    /// <summary>The reader sits at another machine: what is opened is copied instead, and may be wanted as a code for a camera.</summary>
    bool IsElsewhere { get; }

    /// <summary>Opens an address. Gives the sentence that tells the reader what happened; over SSH the link is copied and shown.</summary>
    /// <exception cref="NewsException">It cannot be opened.</exception>
    Task<string> OpenAsync(string address, CancellationToken cancellationToken);
}
