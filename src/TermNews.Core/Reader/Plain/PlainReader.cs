using System.Globalization;
using TermNews.Core.Reader.Composition;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Reader.Overlays;

namespace TermNews.Core.Reader.Plain;

/// <summary>
/// The reader as a conversation of lines, for screen readers, dumb terminals and pipes: a view of <see cref="ReaderViewModel"/>, which
/// decides everything, without a terminal. Commands are lines of one table; what is written are whole lines without any control.
/// </summary>
public sealed partial class PlainReader : IDisposable
{
    private const string PromptText = "termnews> ";

    private readonly ReaderParts _parts;
    private readonly PlainOptions _options;
    private readonly PlainPrinter _printer;
    private readonly PlainPager _pager;
    private readonly PlainList _list = new();
    private readonly ReaderViewModel _reader;
    private TextReader _input = TextReader.Null;
    private bool _isInList = true;
    private bool _showsFrontPage = true;
    private bool _hasInputEnded;
    private bool _isListStale;
    private int _arrivalsTold;
    private int? _pageRows;
    private int? _wrap;

    /// <summary>Puts the reader together.</summary>
    /// <param name="parts">What it works with.</param>
    /// <param name="output">Takes the answers.</param>
    /// <param name="error">Takes what was refused, where commands come from a pipe.</param>
    /// <param name="options">What it is connected to.</param>
    public PlainReader(ReaderParts parts, TextWriter output, TextWriter error, PlainOptions options)
    {
        (_parts, _options) = (parts, options);
        _printer = new PlainPrinter(output, error, options);
        _pager = new PlainPager(_printer, () => PageRows);
        _reader = new ReaderViewModel(parts);
        _reader.RefreshDue += (_, _) => _isRefreshDue = true;
    }

    /// <summary>A command was refused or failed.</summary>
    public bool HasFailed => _printer.HasFailed;

    /// <summary>There was at least one line to read.</summary>
    public bool HadCommands { get; private set; }

    private int PageRows => _pageRows ?? (_options.IsInteractive ? Math.Max(5, _options.Size().Rows - 2) : int.MaxValue);

    private DateTimeOffset Now => _parts.Clock.GetUtcNow();

    /// <summary>Reads and runs commands until one leaves or there are no more.</summary>
    /// <param name="input">Where commands come from.</param>
    /// <param name="cancellationToken">Leaves at once; drafts are kept.</param>
    public async Task RunAsync(TextReader input, CancellationToken cancellationToken)
    {
        _input = input;
        try
        {
            await _reader.StartAsync(null, cancellationToken);
            await BeginAsync(cancellationToken);
            while (!_reader.State.HasLeft && await NextLineAsync(cancellationToken) is { } line)
                await TryAsync(token => RunLineAsync(line, token), cancellationToken);
            if (_reader.State.Question is { } question)
                _printer.Fail($"{question.Text}: there was no answer, and nothing was changed.");
        }
        finally
        {
            await _reader.KeepDraftsAsync(CancellationToken.None);
            await TryAsync(_ => EndRefreshAsync(), CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _endRefresh?.Dispose();
    }

    /// <summary>Runs a command of the full-screen reader.</summary>
    internal async Task ExecuteAsync(ReaderCommand command, CancellationToken token)
    {
        await _reader.ExecuteAsync(command, token);
        TellNotice();
    }

    private async Task BeginAsync(CancellationToken token)
    {
        _list.Replace(_reader.FrontPage.State.Lines);
        if (!_options.IsInteractive)
            return;
        _printer.Line(_reader.State.IsSample
            ? "TermNews, a sample edition, which is not stored. help lists the commands, quit leaves."
            : "TermNews. help lists the commands, quit leaves.");
        TellNotice();
        await ShowPageAsync(0, token);
    }

    private async Task<string?> NextLineAsync(CancellationToken token)
    {
        await TellBackgroundAsync(token);
        if (_reader.State.Question is { } question)
        {
            foreach (var detail in question.Details)
                _printer.Line(detail);
            _printer.Prompt(question.Text + " ");
        }
        else
        {
            _printer.Prompt(PromptText);
        }
        return await ReadLineAsync(token);
    }

    private async Task<string?> ReadLineAsync(CancellationToken token)
    {
        // A terminal is read on a thread that cannot be called back; a signal must not wait for the next line.
        var line = _hasInputEnded ? null : await Task.Run(_input.ReadLine, CancellationToken.None).WaitAsync(token);
        _hasInputEnded = line is null;
        HadCommands |= line is not null;
        if (_hasInputEnded)
            _printer.Prompt("\n");
        return line;
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken token)
    {
        try
        {
            await work(token);
        }
        catch (NewsException ex)
        {
            _printer.Fail(ex.Message);
        }
    }

    private async Task RunLineAsync(string line, CancellationToken token)
    {
        if (_reader.State.Question is not null && await AnswerAsync(line.Trim(), token))
            return;
        var (name, rest) = Split(line);
        if (name.Length == 0)
            await NextAsync(token);
        else if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            await OpenAsync(name, token);
        else
            await Find(name, _parts.Keys).RunAsync(this, rest, token);
    }

    /// <summary>Yes or no; anything else is a no, and a command. True where the line was the answer.</summary>
    private async Task<bool> AnswerAsync(string line, CancellationToken token)
    {
        var isYes = line is "y" or "Y" or "yes";
        await ExecuteAsync(isYes ? OverlayCommands.Yes : OverlayCommands.No, token);
        if (!isYes)
            _printer.Line("Nothing was changed.");
        await BackFromFeedsAsync(token);
        if (isYes)
        {
            _isListStale = true;
            await _reader.NoticeChangesAsync(token);
        }
        return isYes || line is "n" or "N" or "no" or "";
    }

    /// <summary>The first word and the rest; a sign that stands for a command needs no space after it.</summary>
    private static (string Name, string After) Split(string line)
    {
        var text = line.Trim();
        if (text.Length > 1 && !char.IsLetterOrDigit(text[0]))
            return (text[..1], text[1..].Trim());
        var space = text.IndexOfAny([' ', '\t']);
        return space < 0 ? (text, "") : (text[..space], text[space..].Trim());
    }

    private static PlainCommand Find(string name, KeyMap keys)
    {
        var table = PlainCommands.Table;
        var begun = table.Where(command => command.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (table.FirstOrDefault(command => KeyOf(command, keys) == name) is { } byKey)
            return byKey;
        if (begun.Find(command => command.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } named)
            return named;
        return begun switch
        {
            [var only] => only,
            [] => throw Wrong($"There is no command '{name}'; help lists them all."),
            _ => throw Wrong($"'{name}' could be {string.Join(", ", begun.Select(command => command.Name))}."),
        };
    }

    /// <summary>The key of the full-screen reader that stands for a command too: one that is a letter or sign.</summary>
    private static string? KeyOf(PlainCommand command, KeyMap keys) => command.Key is not { } key ? null : keys.Table
        .Where(line => line.Handler == key.Handler)
        .SelectMany(line => line.Keys)
        .FirstOrDefault(text => text.Length == 1 && !char.IsAsciiDigit(text[0]));

    /// <summary>Tells what the reader has to say about the command that was run.</summary>
    private void TellNotice()
    {
        if (_reader.State is { Notice: { Length: > 0 } notice, IsWarning: var isWarning })
            (isWarning ? (Action<string>)_printer.Fail : _printer.Line)(notice);
    }

    private static NewsException Wrong(string sentence) => new(NewsFault.WrongUse, sentence);
}
