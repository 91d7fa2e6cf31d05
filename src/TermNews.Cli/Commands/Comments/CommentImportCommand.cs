namespace TermNews.Cli.Commands.Comments;

/// <summary><c>termnews comment import</c>.</summary>
internal sealed class CommentImportCommand(ProgramContext context)
    : NewsCommand("import", "Read comments back, with their ids and dates.\nExample: termnews comment import comments.json")
{
    /// <summary>Bytes: a bound for memory, room for some 100,000 comments.</summary>
    private const int LongestFile = 64 * 1024 * 1024;

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "What comment export wrote, as json or ndjson; - is standard input.",
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_file];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var file = args.GetValue(_file)!;
        var comments = CommentReader.Read(await ReadAsync(file, cancellationToken), file);
        var news = await context.OpenAsync(args, cancellationToken);
        var failed = 0;
        foreach (var comment in comments)
        {
            try
            {
                await news.Comments.RestoreAsync(comment, cancellationToken);
            }
            catch (NewsException ex) when (ex.Fault == NewsFault.WrongUse)
            {
                failed++;
                args.InvocationConfiguration.Error.Write($"termnews: comment {comment.Id}: {ex.Message}\n");
            }
        }
        var done = comments.Count - failed;
        args.InvocationConfiguration.Output.Write($"{Plural.Of(done, "comment")} imported.\n");
        return failed == 0 ? ExitCodes.Success : ExitCodes.Partial;
    }

    private async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = file == "-" ? context.Input() : File.OpenRead(file);
            return await CommentInput.ReadAllAsync(input, cancellationToken, LongestFile);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new NewsException(NewsFault.Unreadable, $"{file} cannot be read; is it there?", ex);
        }
    }
}
