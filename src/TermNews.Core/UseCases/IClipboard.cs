namespace TermNews.Core.UseCases;

/// <summary>The clipboard of the desktop or of the terminal.</summary>
public interface IClipboard
{
    /// <summary>Copies a text. Gives the sentence for the reader: "Copied.", or where the text can be seen.</summary>
    /// <exception cref="NewsException">The text cannot be copied.</exception>
    Task<string> CopyAsync(string text, CancellationToken cancellationToken);
}
