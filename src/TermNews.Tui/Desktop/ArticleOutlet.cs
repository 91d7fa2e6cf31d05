using TermNews.Core.Reader;

namespace TermNews.Tui.Desktop;

/// <summary>Passes articles to programs, with an argument list and a time-out, and writes them to files.</summary>
internal sealed class ArticleOutlet(TimeSpan? patience = null) : IArticleOutlet
{
    /// <summary>The time limit of a program, by choice: the reader waits for it.</summary>
    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async Task<string> PipeAsync(string command, string text, CancellationToken cancellationToken)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            throw new NewsException(NewsFault.WrongUse, "A program is needed to pipe to, such as: wc -w");
        var end = await PipedProgram.RunAsync(words[0], words[1..], text, _patience, cancellationToken).ConfigureAwait(false);
        return end switch
        {
            PipedEnd.Done => $"{words[0]} took the article.",
            PipedEnd.NotStarted => throw Fault($"{words[0]} is not there or may not be run."),
            PipedEnd.Failed => throw Fault($"{words[0]} failed."),
            _ => throw Fault($"{words[0]} took longer than {_patience.TotalSeconds:0} s and was ended."),
        };
    }

    private static NewsException Fault(string sentence) => new(NewsFault.Unreadable, sentence);

    /// <inheritdoc/>
    public async Task<string> WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var full = Path.GetFullPath(path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(home, path[2..]) : path);
        try
        {
            await using var file = new FileStream(full, FileMode.CreateNew, FileAccess.Write);
            await file.WriteAsync(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text), cancellationToken)
                .ConfigureAwait(false);
            return $"Written to {full}.";
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new NewsException(NewsFault.Unreadable, File.Exists(full)
                ? $"{full} is there already; give another name."
                : $"{full} cannot be written; check the folder and who may write there.", ex);
        }
    }
}
