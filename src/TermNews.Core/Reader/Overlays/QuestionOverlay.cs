namespace TermNews.Core.Reader.Overlays;

/// <summary>A question to be answered with yes or no, in the status row.</summary>
/// <param name="Text">The question and the keys of its answers.</param>
/// <param name="YesAsync">Runs on a yes.</param>
public sealed record ReaderQuestion(string Text, Func<CancellationToken, Task> YesAsync)
{
    /// <summary>Lines to be shown above the question.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}

/// <summary>The question over the status row.</summary>
internal sealed class QuestionOverlay() : Overlay<ReaderQuestion>(KeyScope.Question)
{
    /// <summary>Answers yes.</summary>
    public Task YesAsync(CancellationToken cancellationToken) => Take()?.YesAsync(cancellationToken) ?? Task.CompletedTask;
}
