namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews download</c>: downloads an enclosure of a story.</summary>
internal sealed class DownloadCommand(ProgramContext context)
    : NewsCommand("download",
        "Bring a file of a story (an episode, a picture) onto this machine; its path is printed.\nExample: termnews download 42")
{
    private readonly Argument<string> _story = new("STORY") { Description = "The id that lists print." };
    private readonly Option<int> _enclosure = new Option<int>("--enclosure")
    {
        Description = "Which of its files, counted from 1.",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    }.Between(1);

    private readonly Option<string?> _output = new("--output")
    {
        Description = "The file to write; else one in the folder for downloads.",
        HelpName = "FILE",
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_story, _enclosure, _output];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var word = args.GetValue(_story);
        StoryIds.Parse(word);
        var news = await context.OpenToReadAsync(args, offersSample: false, cancellationToken);
        var file = Enclosures.Find(await StoryIds.FindAsync(news.Stories, word, cancellationToken), args.GetValue(_enclosure));
        if (context.IsOffline(args))
            throw FeedTools.NeedsNetwork("The file was not fetched");
        var meter = new DownloadMeter(
            args.InvocationConfiguration.Error, file, context.IsQuiet(args) ? null : context.Terminal.Value.ErrorWidth, context.Clock);
        var download = new DownloadFile(context.Downloader(args), context.Clock, static work => work());
        string? path;
        try
        {
            path = (await download.RunAsync(file, args.GetValue(_output), meter, cancellationToken)).Value;
        }
        finally
        {
            meter.Clear();
        }
        args.InvocationConfiguration.Output.Write(path + "\n");
        return ExitCodes.Success;
    }
}
