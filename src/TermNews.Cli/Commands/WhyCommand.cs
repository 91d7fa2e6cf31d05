using System.CommandLine;
using System.Text;

namespace TermNews.Cli.Commands;

/// <summary><c>termnews why</c>: why a story stands where it does.</summary>
internal sealed class WhyCommand : Command
{
    private readonly Argument<string> _story = new("STORY") { Description = "The id that lists print." };
    private readonly Option<string> _format = new("--format") { Description = "text or json.", HelpName = "F", DefaultValueFactory = _ => "text" };
    private readonly ProgramContext _context;

    public WhyCommand(ProgramContext context)
        : base("why", "Tell what speaks for a story in Popular and Must-Read, with the points of each.\nExample: termnews why 42")
    {
        _context = context;
        Arguments.Add(_story);
        _format.AcceptOnlyFromAmong("text", "json");
        Options.Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var word = args.GetValue(_story);
        StoryIds.Parse(word);
        var news = await _context.OpenToReadAsync(args, offersSample: true, cancellationToken);
        var story = await StoryIds.FindAsync(news.Stories, word, cancellationToken);
        var reasons = await news.Lists.WhyAsync(story.Id, cancellationToken);
        var output = args.InvocationConfiguration.Output;
        output.Write(args.GetValue(_format) == "json" ? Json(story.Id, reasons) : string.Concat(reasons.Select(reason => reason + "\n")));
        return ExitCodes.Success;
    }

    private static string Json(long storyId, IReadOnlyList<string> reasons)
    {
        using var stream = new MemoryStream();
        using (var json = JsonText.Writer(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("story", storyId);
            json.WriteStartArray("reasons");
            foreach (var reason in reasons)
                json.WriteStringValue(reason);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
