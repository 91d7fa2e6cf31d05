using TermNews.Core.Feeds.Bringing;

namespace TermNews.Cli.Commands.Documents;

/// <summary><c>termnews opml</c>: prints the feeds of an OPML file; opens no database.</summary>
internal sealed class OpmlCommand() : NewsCommand("opml", "Print the feeds an OPML file lists, e.g. termnews opml feeds.opml")
{
    private readonly Argument<string> _file = new("FILE") { Description = "An OPML file; - is standard input." };
    private readonly Option<string> _format = DocumentOutput.FormatOption();

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_file, _format];

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken) =>
        DocumentOutput.PrintAsync(args, args.GetValue(_format), [args.GetValue(_file) ?? "-"], file =>
        {
            var list = SubscriptionList.Read(DocumentInput.Read(file));
            return json => WriteList(json, file, list);
        });

    private static void WriteList(Utf8JsonWriter json, string file, SubscriptionList list)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteStartArray("feeds");
        foreach (var feed in list.Subscriptions)
            WriteFeed(json, ShownAddress.Of(feed.FeedUrl), feed.OwnTitle, feed.Tags);
        // Outlines that cannot be subscribed to are printed as well: the command shows the content of the file.
        foreach (var skipped in list.Skipped.Where(skipped => skipped.IsListed))
            WriteFeed(json, skipped.Text, skipped.Title, []);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFeed(Utf8JsonWriter json, string url, string? title, IReadOnlyList<string> tags)
    {
        json.WriteStartObject();
        json.WriteString("url", url);
        json.WriteString("title", title);
        JsonText.WriteTexts(json, "tags", tags);
        json.WriteEndObject();
    }
}
