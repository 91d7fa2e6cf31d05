using TermNews.Core.Reader.Composition;

namespace TermNews.Tui.Plain;

/// <summary>
/// The reader as a conversation of lines, for screen readers, dumb terminals and pipes. It shows the same view models as the full-screen
/// reader and calls the same use cases. Commands are rows of one table; the output has whole lines without control characters.
/// </summary>
internal sealed class PlainReader : IDisposable
{
    private const string PromptText = "termnews> ";

    private readonly PlainSession _session;
    private readonly PlainPrinter _printer;
    private readonly PlainInput _input;
    private Task<Outcome>? _rescued;

    /// <summary>Puts the reader together.</summary>
    /// <param name="parts">Repositories, desktop and settings.</param>
    /// <param name="output">Takes the answers.</param>
    /// <param name="error">Takes refusals, where commands come from a pipe.</param>
    /// <param name="options">Its surroundings.</param>
    public PlainReader(ReaderParts parts, TextWriter output, TextWriter error, PlainOptions options)
    {
        _printer = new PlainPrinter(output, error, options);
        _input = new PlainInput(_printer);
        _session = new PlainSession(parts, options, _printer);
        Refresh = new PlainRefresh(_session);
        Lists = new PlainLists(_session);
        Articles = new PlainArticles(_session, Lists, Refresh);
        Comments = new PlainComments(_session, Articles, _input);
        Feeds = new PlainFeeds(_session, Lists, Refresh);
        Mutes = new PlainMutes(_session, Lists, Feeds);
        Marks = new PlainMarks(_session);
        Links = new PlainLinks(_session);
        Help = new PlainHelp(_session);
    }

    /// <summary>A command was refused or failed.</summary>
    public bool HasFailed => _printer.HasFailed;

    /// <summary>There was at least one line to read.</summary>
    public bool HadCommands => _input.HadLines;

    public PlainLists Lists { get; }

    public PlainArticles Articles { get; }

    public PlainComments Comments { get; }

    public PlainFeeds Feeds { get; }

    public PlainMutes Mutes { get; }

    public PlainMarks Marks { get; }

    public PlainLinks Links { get; }

    public PlainHelp Help { get; }

    /// <summary>The end of the program, with what is not written yet.</summary>
    public Leaving Leaving => _session.Leaving;

    private PlainRefresh Refresh { get; }

    private ReaderParts Parts => _session.Parts;

    /// <summary>Reads and runs commands until one leaves or there are no more.</summary>
    /// <param name="input">Where commands come from.</param>
    /// <param name="cancellationToken">Leaves at once; drafts are kept.</param>
    public async Task RunAsync(TextReader input, CancellationToken cancellationToken)
    {
        _input.Open(input);
        try
        {
            await _session.TryAsync(StartAsync, cancellationToken);
            await BeginAsync(cancellationToken);
            if (_session.Options.IsInteractive)
                _rescued = _session.Rescued.RunAsync(cancellationToken);
            while (!_session.HasLeft && await NextLineAsync(cancellationToken) is { } line)
                await _session.TryAsync(token => RunLineAsync(line, token), cancellationToken);
            if (_session.Question is { } question)
                _printer.Fail($"{Asked(question.Words)}: there was no answer, and nothing was changed.");
        }
        finally
        {
            await _session.KeepDraftsAsync(CancellationToken.None);
            await _session.TryAsync(_ => Refresh.EndAsync(), CancellationToken.None);
        }
    }

    /// <summary>Back to the list, and from there out of the program.</summary>
    public async Task LeaveAsync(CancellationToken token)
    {
        if (!_session.IsInList || !_session.ShowsFrontPage)
            await Lists.ShowAgainAsync(token);
        else if (!await Lists.WidenAsync(token))
            await QuitAsync(token);
    }

    /// <summary>Leaves now; drafts are kept.</summary>
    public async Task QuitAsync(CancellationToken token)
    {
        await _session.KeepDraftsAsync(token);
        _session.HasLeft = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Refresh.Dispose();
        _session.Dispose();
    }

    private async Task StartAsync(CancellationToken token)
    {
        await _session.BeginFirstUseAsync(token);
        await _session.FrontPage.ShowAsync(StoryList.Latest, token);
        Refresh.StartTimer();
    }

    private async Task BeginAsync(CancellationToken token)
    {
        _session.List.Replace(_session.FrontPage.State.Stories);
        if (!_session.Options.IsInteractive)
            return;
        _printer.Line(_session.Edition.IsSample
            ? "TermNews, a sample edition, which is not stored. help lists the commands, quit leaves."
            : "TermNews. help lists the commands, quit leaves.");
        await Lists.ShowPageAsync(0, token);
    }

    private async Task<string?> NextLineAsync(CancellationToken token)
    {
        await Refresh.TellBackgroundAsync(token);
        await TellRescuedAsync(token);
        Lists.TellArrivals();
        if (_session.Question is { Words: var question })
        {
            foreach (var detail in question.Details)
                _printer.Line(detail);
            _printer.Prompt($"{Asked(question)} ");
        }
        else
        {
            _printer.Prompt(PromptText);
        }
        return await _input.ReadLineAsync(token);
    }

    /// <summary>Tells what was taken in of a rescue file: before the first prompt, or a later one where a lock held it up.</summary>
    private async Task TellRescuedAsync(CancellationToken token)
    {
        if (_rescued is not { } rescued)
            return;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(token);
        await Task.WhenAny(rescued, Task.Delay(DraftKeeper.Patience, Parts.Clock, over.Token));
        await over.CancelAsync();
        if (!rescued.IsCompleted)
            return;
        _rescued = null;
        _session.Tell(await rescued);
    }

    private static string Asked(Confirmation question) => $"{question.Text} y n";

    private async Task RunLineAsync(string line, CancellationToken token)
    {
        if (_session.Question is not null && await AnswerAsync(line.Trim(), token))
            return;
        var (name, rest) = PlainWords.Split(line);
        if (name.Length == 0)
            await Lists.NextAsync(Articles, token);
        else if (PlainWords.Number(name) is not null)
            await Articles.OpenAsync(name, token);
        else
            await PlainCommands.Find(name, Parts.Keys).RunAsync(this, rest, token);
    }

    /// <summary>Takes yes or no; any other line is a no and a command. True where the line was the answer.</summary>
    private async Task<bool> AnswerAsync(string line, CancellationToken token)
    {
        var yesAsync = _session.TakeQuestion();
        if (line is "y" or "Y" or "yes")
        {
            await yesAsync(token);
            _session.IsListStale = true;
            return true;
        }
        _printer.Line("Nothing was changed.");
        return line is "n" or "N" or "no" or "";
    }
}
