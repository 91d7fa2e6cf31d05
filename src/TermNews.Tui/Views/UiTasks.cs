namespace TermNews.Tui.Views;

/// <summary>
/// Starts work that nobody awaits, the only place that does: it ends with the program, and what it throws ends the program
/// (view models show what a reader can act on themselves).
/// </summary>
internal sealed class UiTasks(Action<Exception> fail) : IDisposable
{
    private readonly CancellationTokenSource _lifetime = new();

    /// <summary>Begins a piece of work; it goes on behind the screen.</summary>
    public void Start(Func<CancellationToken, Task> work)
    {
        try
        {
            var task = work(_lifetime.Token);
            if (!task.IsCompletedSuccessfully)
                _ = WatchAsync(task);
        }
        catch (OperationCanceledException) when (_lifetime.IsCancellationRequested)
        {
        }
    }

    private async Task WatchAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException) when (_lifetime.IsCancellationRequested)
        {
        }
        catch (Exception ex)
        {
            fail(ex);
        }
    }

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }
}
