using TermNews.Core.Archive;
using TermNews.Core.Export;

namespace TermNews.Cli.Commands.Comments;

/// <summary><c>termnews comment history</c>.</summary>
internal sealed class CommentHistoryCommand(ProgramContext context)
    : NewsCommand("history", "Print what a comment said before, oldest first, and what it says now.\nExample: termnews comment history 7")
{
    private static readonly Table<CommentVersion> Table = new(
        Column.Time<CommentVersion>("written", static version => version.WrittenAt),
        Column.Text<CommentVersion>("text", static version => version.Text))
    {
        Aligned = static (versions, _) => versions.Select(
            static version => $"{Rfc3339.Format(version.WrittenAt)}  {ForeignText.CleanLine(version.Text)}"),
    };

    private readonly Argument<string> _comment = new("ID") { Description = "The id that comment list prints." };
    private readonly Option<string> _format = FormatOption.ForTable();

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_comment, _format];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var id = StoryIds.Parse(args.GetValue(_comment), "comment", "comment list");
        var news = await context.OpenToReadAsync(args, offersSample: false, cancellationToken);
        var versions = await news.Archive.HistoryAsync(id, cancellationToken);
        Table.Write(args.InvocationConfiguration.Output, versions, args.GetValue(_format)!, context.TableWidth(args));
        return ExitCodes.Success;
    }
}
