using TermNews.Cli.Commands.Shared;
using TermNews.Core.UseCases;

namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews download</c>: downloads an enclosure of a story.</summary>
internal sealed class DownloadCommand : Command
{
    private readonly Argument<string> _story = new("STORY") { Description = "The id that lists print." };
    private readonly Option<int> _enclosure = new("--enclosure")
    {
        Description = "Which of its files, counted from 1.",
        DefaultValueFactory = _ => 1,
        HelpName = "N",
    };

    private readonly Option<string?> _output = new("--output")
    {
        Description = "The file to write; else one in the folder for downloads.",
        HelpName = "FILE",
    };

    private readonly ProgramContext _context;

    public DownloadCommand(ProgramContext context)
        : base("download",
            "Bring a file of a story (an episode, a picture) onto this machine; its path is printed.\nExample: termnews download 42")
    {
        _context = context;
        Arguments.Add(_story);
        Options.Add(_enclosure);
        Options.Add(_output);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var word = args.GetValue(_story);
        StoryIds.Parse(word);
        var news = await _context.OpenToReadAsync(args, offersSample: false, cancellationToken);
        var file = Enclosures.Find(await StoryIds.FindAsync(news.Stories, word, cancellationToken), args.GetValue(_enclosure));
        if (_context.IsOffline(args))
            throw FeedTools.NeedsNetwork("The file was not fetched");
        var meter = new DownloadMeter(
            args.InvocationConfiguration.Error, file, _context.IsQuiet(args) ? null : _context.Terminal.Value.ErrorWidth, _context.Clock);
        var download = new DownloadFile(_context.Downloader(args), _context.Clock, static work => work());
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
