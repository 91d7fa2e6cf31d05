using TermNews.Core.Listing;

namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews why</c>: explains the rank of a story.</summary>
internal sealed class WhyCommand(ProgramContext context)
    : NewsCommand("why", "Tell what speaks for a story in Popular and Must-Read.\nExample: termnews why 42 --numbers")
{
    private readonly Argument<string> _story = new("STORY") { Description = "The id that lists print." };
    private readonly Option<bool> _numbers = new("--numbers") { Description = "With places, scores, and the points of each." };
    private readonly Option<string> _format = FormatOption.TextOrJson();

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_story, _numbers, _format];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var word = args.GetValue(_story);
        var id = StoryIds.Parse(word);
        var news = await context.OpenToReadAsync(args, offersSample: true, cancellationToken);
        var withNumbers = args.GetValue(_numbers);
        var why = await news.Lists.WhyAsync(id, withNumbers, cancellationToken) ?? throw StoryIds.Missing(word);
        var lines = withNumbers ? why.InNumbers() : why.InWords();
        var output = args.InvocationConfiguration.Output;
        output.Write(args.GetValue(_format) == "json" ? Json(id, why, withNumbers) : string.Concat(lines.Select(line => line + "\n")));
        return ExitCodes.Success;
    }

    private static string Json(long storyId, StoryWhy why, bool withNumbers) => JsonText.Compose(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("story", storyId);
        JsonText.WriteTexts(json, "reasons", why.InWords());
        if (withNumbers)
            WriteNumbers(json, why);
        json.WriteEndObject();
    }) + "\n";

    private static double Round(double number) => Math.Round(number, 4);

    private static void WriteNumbers(Utf8JsonWriter json, StoryWhy why)
    {
        json.WriteStartArray("lists");
        foreach (var list in why.Lists)
        {
            json.WriteStartObject();
            json.WriteString("list", list.Name);
            JsonText.WriteNumber(json, "rank", list.Rank);
            json.WriteNumber("score", Round(list.Score));
            json.WriteNumber("points", Round(list.Points));
            json.WriteNumber("decay", Round(list.Decay));
            json.WriteStartArray("evidence");
            foreach (var piece in list.Pieces)
            {
                json.WriteStartObject();
                json.WriteString("reason", piece.Words);
                json.WriteNumber("points", Round(piece.Points));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
