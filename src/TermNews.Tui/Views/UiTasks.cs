namespace TermNews.Tui.Views;

/// <summary>
/// Starts work that is not awaited. It ends with the program, and an exception ends the program: view models handle the failures that a
/// reader can act on.
/// </summary>
internal sealed class UiTasks(Action<Exception> fail) : IDisposable
{
    private readonly CancellationTokenSource _lifetime = new();

    /// <summary>Starts a piece of work.</summary>
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
