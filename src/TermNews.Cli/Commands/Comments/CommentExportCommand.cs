namespace TermNews.Cli.Commands.Comments;

/// <summary><c>termnews comment export</c>.</summary>
internal sealed class CommentExportCommand(ProgramContext context)
    : NewsCommand("export",
        "Write all your comments, and which you deleted, as comment import reads them on any machine.\n"
        + "Example: termnews comment export > comments.json")
{
    private readonly Option<string> _format = FormatOption.ForTable("json");

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_format];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var news = await context.OpenToReadAsync(args, offersSample: false, cancellationToken);
        var comments = await news.Archive.ExportAsync(cancellationToken);
        ArchiveTable.Table.Write(args.InvocationConfiguration.Output, comments, args.GetValue(_format)!, width: null);
        return ExitCodes.Success;
    }
}
