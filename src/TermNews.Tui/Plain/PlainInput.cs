namespace TermNews.Tui.Plain;

/// <summary>The lines that are typed, or come from a pipe.</summary>
internal sealed class PlainInput(PlainPrinter printer)
{
    private TextReader _lines = TextReader.Null;
    private bool _hasEnded;

    /// <summary>There was at least one line.</summary>
    public bool HadLines { get; private set; }

    /// <summary>Reads from here on.</summary>
    public void Open(TextReader lines) => _lines = lines;

    /// <summary>The next line; null at the end of the input.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken token)
    {
        // A read from a terminal cannot be cancelled; a signal must not wait for the next line.
        // It has a thread of its own: those of the pool are few, and the end of the program needs them.
        var line = _hasEnded ? null : await Task.Factory.StartNew(
            _lines.ReadLine, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(token);
        _hasEnded = line is null;
        HadLines |= line is not null;
        if (_hasEnded)
            printer.Prompt("\n");
        return line;
    }
}
