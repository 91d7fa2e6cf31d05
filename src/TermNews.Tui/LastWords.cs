namespace TermNews.Tui;

/// <summary>What is printed last, after the terminal was given back: where unwritten words are, and of a defect.</summary>
/// <param name="error">Takes it. It may be a terminal that is gone; the exit status must not change for that.</param>
internal sealed class LastWords(TextWriter error)
{
    private volatile Leaving? _leaving;

    /// <summary>The reader whose words they are has started.</summary>
    public void Begin(Leaving leaving) => _leaving = leaving;

    /// <summary>Says where the words are that could not be written, if there are some. May be called on any thread.</summary>
    public void Say()
    {
        if (_leaving?.Rescue() is { } words)
            Print(words);
    }

    /// <summary>Keeps what was being written, and tells of a defect and of what could not be written.</summary>
    public void SayDefect(Exception? failure)
    {
        _leaving?.KeepNow();
        var rescued = _leaving?.Rescue();
        Print($"TermNews met an error it does not know ({failure?.GetType().Name}: "
            + $"{ForeignText.CleanLine(failure?.Message ?? string.Empty)})"
            + (rescued is null ? "; your stories and comments are safe." : $".\n{rescued}"));
    }

    private void Print(string words)
    {
        try
        {
            error.WriteLine(words);
            error.Flush();
        }
        catch (Exception)   // Whoever made the writer has exceptions of its own for a closed pipe.
        {
        }
    }
}
