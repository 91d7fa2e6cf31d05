namespace TermNews.Core.Reader;

/// <summary>Passes an article to a program or writes it to a file.</summary>
public interface IArticleOutlet
{
    /// <summary>Runs a program with the text as its input. Gives the result as a sentence.</summary>
    /// <param name="command">The program and its arguments, separated by spaces; no shell is involved.</param>
    /// <param name="text">Its input.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NewsException">It cannot be run, or takes too long.</exception>
    Task<string> PipeAsync(string command, string text, CancellationToken cancellationToken);

    /// <summary>Writes a new file. Gives the result as a sentence.</summary>
    /// <exception cref="NewsException">It is there, or cannot be written.</exception>
    Task<string> WriteAsync(string path, string text, CancellationToken cancellationToken);
}
