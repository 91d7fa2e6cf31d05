using TermNews.Core.Storage;
using TermNews.Core.Storage.Searching;

namespace TermNews.Cli.Commands.Database;

/// <summary><c>termnews db index</c>: updates the full-text index and the clusters.</summary>
internal sealed class DbIndexCommand(DatabaseFor databaseFor)
    : NewsCommand("index",
        "Bring the search index, and what reports the same news, up to date now; refreshes and searches do so by themselves.\n"
        + "Example: termnews db index")
{

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        await using var database = await databaseFor(args, cancellationToken);
        await new StoryClusters(database).CatchUpAsync(cancellationToken);
        await new SearchIndex(database).CatchUpAsync(IndexPace.Behind, cancellationToken);
        return ExitCodes.Success;
    }
}
