namespace TermNews.Tui.Plain;

/// <summary>The surroundings of the plain reader.</summary>
internal sealed record PlainOptions
{
    /// <summary>A person types: prompts are shown, texts come in pages. Else commands come from a pipe, texts are written whole.</summary>
    public bool IsInteractive { get; init; } = true;

    /// <summary>Columns and rows of the terminal, asked for whenever a page is written.</summary>
    public Func<(int Columns, int Rows)> Size { get; init; } = () => (80, 24);

    /// <summary>Replaces text that the terminal cannot show.</summary>
    public Func<string, string> Encode { get; init; } = text => text;
}
