namespace TermNews.Tui.Plain;

/// <summary>Writes lines of text, and nothing that a terminal would obey.</summary>
internal sealed class PlainPrinter(TextWriter output, TextWriter error, PlainOptions options)
{
    private readonly Lock _writing = new();

    /// <summary>Something was refused or went wrong.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Writes a line.</summary>
    public void Line(string text) => Write(output, text + "\n");

    /// <summary>Writes a refusal or failure: to the conversation where a person types, else to standard error.</summary>
    public void Fail(string sentence)
    {
        HasFailed = true;
        if (options.IsInteractive)
            Line(sentence);
        else
            Write(error, $"termnews: {sentence}\n");
    }

    /// <summary>Asks for a line, where a person sits.</summary>
    public void Prompt(string text)
    {
        if (options.IsInteractive)
            Write(output, text);
    }

    private void Write(TextWriter writer, string text)
    {
        lock (_writing)
        {
            writer.Write(options.Encode(Harmless(text)));
            writer.Flush();
        }
    }

    /// <summary>A typed text can hold anything; no control character but the line feed goes out.</summary>
    private static string Harmless(string text)
    {
        if (!text.Any(c => char.IsControl(c) && c != '\n'))
            return text;
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
            kept.Append(c == '\t' ? " " : char.IsControl(c) && c != '\n' ? "" : c.ToString());
        return kept.ToString();
    }
}
