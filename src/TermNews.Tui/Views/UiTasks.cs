namespace TermNews.Tui.Views;

/// <summary>
/// Starts work that is not awaited. It ends with the program. Failures are told: view models handle those that a reader can act on, so
/// these are defects. A defect that cannot even be told, because the screen cannot be drawn, ends the program.
/// </summary>
/// <param name="tell">Tells of a defect.</param>
/// <param name="end">Ends the program because of one.</param>
internal sealed class UiTasks(Action<Exception> tell, Action<Exception> end) : IDisposable
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
#pragma warning disable CA1031 // The one handler of all unexpected exceptions of the screen.
        catch (Exception ex)
#pragma warning restore CA1031
        {
            Fail(ex);
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
            Fail(ex);
        }
    }

    private void Fail(Exception defect)
    {
        try
        {
            tell(defect);
        }
#pragma warning disable CA1031 // Whatever it is, it is the end.
        catch (Exception)
#pragma warning restore CA1031
        {
            end(defect);
        }
    }

    public void Dispose()
    {
        _lifetime.Cancel();
        _lifetime.Dispose();
    }
}
