using System.CommandLine;
using System.Globalization;
using TermNews.Core;
using TermNews.Core.Stories;
using TermNews.Core.Words;

namespace TermNews.Cli.Commands.Mutes;

/// <summary><c>termnews mute remove</c>: removes a mute.</summary>
internal sealed class MuteRemoveCommand : Command
{
    private readonly Argument<string> _kind = new("KIND") { Description = "word, author, feed or category." };
    private readonly Argument<string> _text = new("TEXT")
    {
        Description = "What was muted, as the list prints it; for a feed its id will do.",
    };

    private readonly ProgramContext _context;

    public MuteRemoveCommand(ProgramContext context)
        : base("remove", "Take a mute back; its stories return to the lists.\nExample: termnews mute remove word election")
    {
        _context = context;
        _kind.AcceptOnlyFromAmong([.. MuteKinds.All.Select(MuteKinds.WordOf)]);
        Arguments.Add(_kind);
        Arguments.Add(_text);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var kind = MuteKinds.All.First(one => MuteKinds.WordOf(one) == args.GetValue(_kind));
        var asked = new Mute(kind, args.GetValue(_text)!.Trim());
        var news = await _context.OpenAsync(args, cancellationToken);
        var mutes = await news.Mutes.ListAsync(cancellationToken);
        var mute = mutes.OrderBy(one => one.IsConfigured).FirstOrDefault(one => IsMeant(one, asked))
            ?? throw new NewsException(NewsFault.WrongUse, $"{Sentences.Capital(asked.Name)} is not muted; `termnews mute list` lists what is.");
        if (mute.IsConfigured)
            throw new NewsException(NewsFault.WrongUse,
                $"{Sentences.Capital(mute.Name)} is muted in the configuration; take it out there, under [mute].");
        var count = await news.Mutes.RemoveAsync(mute, cancellationToken) ?? 0;
        args.InvocationConfiguration.Output.Write($"{Plural.Stories(count)} shown again: {mute.Name} is no longer muted.\n");
        return ExitCodes.Success;
    }

    private static bool IsMeant(Mute mute, Mute asked) =>
        mute.Kind == asked.Kind && (asked.IsSame(mute with { IsConfigured = false, FeedId = null })
            || mute.FeedId?.ToString(CultureInfo.InvariantCulture) == asked.Text);
}
