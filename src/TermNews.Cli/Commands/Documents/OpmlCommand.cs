using System.Text.Json;
using TermNews.Core.Feeds.Bringing;

namespace TermNews.Cli.Commands.Documents;

/// <summary><c>termnews opml</c>: prints the feeds of an OPML file; opens no database.</summary>
internal sealed class OpmlCommand : Command
{
    private readonly Argument<string> _file = new("FILE") { Description = "An OPML file; - is standard input." };
    private readonly Option<string> _format = DocumentOutput.FormatOption("json", "ndjson", "jsonl");

    public OpmlCommand() : base("opml", "Print the feeds an OPML file lists, e.g. termnews opml feeds.opml")
    {
        Arguments.Add(_file);
        Options.Add(_format);
        SetAction(Run);
    }

    private int Run(ParseResult args)
    {
        var file = args.GetValue(_file) ?? "-";
        var isIndented = args.GetValue(_format) == "json";
        var output = DocumentOutput.Open(args.InvocationConfiguration.Output);
        try
        {
            var list = SubscriptionList.Read(DocumentInput.Read(file));
            output.Write(isIndented, json => WriteList(json, file, list));
            return ExitCodes.Success;
        }
        catch (NewsException ex)
        {
            output.WriteError(isIndented, file, ex.Message);
            args.InvocationConfiguration.Error.WriteLine($"{file}: {ex.Message}");
            return ExitCodes.Partial;
        }
    }

    private static void WriteList(Utf8JsonWriter json, string file, SubscriptionList list)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteStartArray("feeds");
        foreach (var feed in list.Subscriptions)
            WriteFeed(json, feed.FeedUrl, feed.OwnTitle, feed.Tags);
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
