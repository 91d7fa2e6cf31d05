namespace TermNews.Cli.Commands.Comments;

/// <summary><c>termnews comment import</c>.</summary>
internal sealed class CommentImportCommand(ProgramContext context)
    : NewsCommand("import",
        "Merge comments of an export: the newest words win, nothing doubles, nothing deleted comes back.\n"
        + "Example: termnews comment import comments.json")
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
        var outcome = await news.Archive.ImportAsync(comments, cancellationToken);
        foreach (var left in outcome.Left)
            args.InvocationConfiguration.Error.Write($"termnews: {left}\n");
        args.InvocationConfiguration.Output.Write($"{Plural.Of(outcome.Count, "comment")} imported"
            + (outcome.Deleted > 0 ? $"; {Plural.Of(outcome.Deleted, "stays", "stay")} deleted, as you deleted it here.\n" : ".\n"));
        return outcome.Left.Count == 0 ? ExitCodes.Success : ExitCodes.Partial;
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
