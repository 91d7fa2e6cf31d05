namespace TermNews.Core.Reader.Plain;

/// <summary>What the plain reader is connected to.</summary>
public sealed record PlainOptions
{
    /// <summary>A person types: prompts are shown, long texts come in pages. Else commands come from a pipe, and everything is written whole.</summary>
    public bool IsInteractive { get; init; } = true;

    /// <summary>Columns and rows of the terminal, asked for whenever a page is written.</summary>
    public Func<(int Columns, int Rows)> Size { get; init; } = () => (80, 24);

    /// <summary>What stands in for text that the terminal cannot show.</summary>
    public Func<string, string> Encode { get; init; } = text => text;
}
