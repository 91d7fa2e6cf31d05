namespace TermNews.Core.Reader.Overlays;

/// <summary>A line of text to be typed in the status row.</summary>
/// <param name="Label">The words before the text.</param>
/// <param name="Text">The text so far.</param>
/// <param name="AcceptAsync">Takes the text, trimmed.</param>
public sealed record ReaderPrompt(string Label, string Text, Func<string, CancellationToken, Task> AcceptAsync)
{
    /// <summary>Takes each text while it is typed; null for nothing.</summary>
    public Func<string, CancellationToken, Task>? ChangeAsync { get; init; }

    /// <summary>Runs when the prompt is closed without a text; null for nothing.</summary>
    public Func<CancellationToken, Task>? CancelAsync { get; init; }
}

/// <summary>The prompt over the status row.</summary>
internal sealed class PromptOverlay() : Overlay<ReaderPrompt>(KeyScope.Prompt)
{
    /// <summary>Takes a changed text.</summary>
    public Task ChangeAsync(string text, CancellationToken cancellationToken)
    {
        if (Content is not { } prompt)
            return Task.CompletedTask;
        Show(prompt with { Text = text });
        return prompt.ChangeAsync?.Invoke(text, cancellationToken) ?? Task.CompletedTask;
    }

    /// <summary>Accepts the text.</summary>
    public Task AcceptAsync(CancellationToken cancellationToken) =>
        Take() is { } prompt ? prompt.AcceptAsync(prompt.Text.Trim(), cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    public override Task CancelAsync(CancellationToken cancellationToken) =>
        Take()?.CancelAsync?.Invoke(cancellationToken) ?? Task.CompletedTask;
}
