namespace TermNews.Core.Reader;

/// <summary>Gives an article away: to another program, or into a file.</summary>
public interface IArticleOutlet
{
    /// <summary>Runs a program with the text as its input. Gives the sentence that tells what happened.</summary>
    /// <param name="command">The program and its arguments, parted by spaces; no shell reads them.</param>
    /// <param name="text">Its input.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NewsException">It cannot be run, or takes too long.</exception>
    Task<string> PipeAsync(string command, string text, CancellationToken cancellationToken);

    /// <summary>Writes a file that is not there yet. Gives the sentence that tells what happened.</summary>
    /// <exception cref="NewsException">It is there, or cannot be written.</exception>
    Task<string> WriteAsync(string path, string text, CancellationToken cancellationToken);
}
