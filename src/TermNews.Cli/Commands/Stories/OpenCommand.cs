using TermNews.Tui.Desktop;

namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews open</c>: opens a story's page in the browser.</summary>
internal sealed class OpenCommand(ProgramContext context)
    : NewsCommand("open", "Open the link of a story in the browser.\nExample: termnews open 42 --print")
{
    private readonly Argument<string> _story = new("STORY") { Description = "The id that lists print." };
    private readonly Option<bool> _print = new("--print") { Description = "Only print the link." };
    private readonly Option<int?> _enclosure = new Option<int?>("--enclosure")
    {
        Description = "One of its files instead, counted from 1.",
        HelpName = "N",
    }.Between(1);

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_story, _print, _enclosure];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var word = args.GetValue(_story);
        StoryIds.Parse(word);
        var news = await context.OpenToReadAsync(args, offersSample: true, cancellationToken);
        var story = await StoryIds.FindAsync(news.Stories, word, cancellationToken);
        var chosen = args.GetValue(_enclosure) is { } number ? Enclosures.Find(story, number).Url : story.Link;
        var link = chosen ?? throw new NewsException(NewsFault.WrongUse,
            $"Story {story.Id} has no link; termnews show {story.Id} prints its text.");
        if (!args.GetValue(_print) && BrowserProgram.Find(context.Variable) is { } browser && browser.TryOpen(link))
            return ExitCodes.Success;
        args.InvocationConfiguration.Output.Write(ForeignText.CleanLine(link) + "\n");
        if (!args.GetValue(_print))
            context.Tell(args, "There is no browser here, so the link is printed; set BROWSER to a program to have it opened.");
        return ExitCodes.Success;
    }
}
