using TermNews.Core.Storage.Database;

namespace TermNews.Cli.Commands.Database;

/// <summary><c>termnews db stats</c>: prints counts and sizes.</summary>
internal sealed class DbStatsCommand(DatabaseFor databaseFor)
    : NewsCommand("stats", "Print what the database holds.\nExample: termnews db stats --format json")
{
    private readonly Option<string> _format = FormatOption.TextOrJson();

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_format];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        await using var database = await databaseFor(args, cancellationToken);
        var stats = await database.StatsAsync(cancellationToken);
        args.InvocationConfiguration.Output.Write(args.GetValue(_format) == "json" ? Json(stats) : Text(stats));
        return ExitCodes.Success;
    }

    private static string Text(DatabaseStats stats)
    {
        var text = new StringBuilder().Append("path\t").Append(stats.Path).Append('\n');
        foreach (var (name, value) in Numbers(stats))
            text.Append(name).Append('\t').Append(value).Append('\n');
        return text.ToString();
    }

    private static string Json(DatabaseStats stats) => JsonText.Compose(json =>
    {
        json.WriteStartObject();
        json.WriteString("path", stats.Path);
        foreach (var (name, value) in Numbers(stats))
            json.WriteNumber(name, value);
        json.WriteEndObject();
    }) + "\n";

    private static (string Name, long Value)[] Numbers(DatabaseStats stats) =>
    [
        ("bytes", stats.Bytes), ("schema", stats.Schema), ("feeds", stats.Feeds), ("stories", stats.Stories), ("unread", stats.Unread),
        ("saved", stats.Saved), ("pinned", stats.Pinned), ("hidden", stats.Hidden), ("muted", stats.Muted), ("comments", stats.Comments),
        ("drafts", stats.Drafts), ("text_bytes", stats.TextBytes), ("dropped", stats.Dropped),
    ];
}
