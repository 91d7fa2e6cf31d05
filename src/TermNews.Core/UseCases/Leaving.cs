using TermNews.Core.Rescue;

namespace TermNews.Core.UseCases;

/// <summary>
/// The end of the program: what is not in the database yet is written within a bounded time, and what cannot be written goes to a rescue
/// file. Nothing here throws.
/// </summary>
/// <param name="unwritten">Those who may have work left.</param>
/// <param name="folder">The place of rescue files; null for none.</param>
/// <param name="clock">The time.</param>
/// <param name="underWay">What is being written that nobody keeps, such as "a change of the mutes"; null for nothing.</param>
public sealed class Leaving(
    IReadOnlyList<IUnwritten> unwritten, RescueFolder? folder, TimeProvider clock, Func<IReadOnlyList<string>>? underWay = null)
{
    private readonly Lock _gate = new();
    private IReadOnlyList<string> _givenUp = [];
    private bool _isOver;

    /// <summary>What is not in the database yet. May be called on any thread.</summary>
    public IReadOnlyList<RescueEntry> Unwritten => [.. unwritten.SelectMany(static one => one.Unwritten())];

    /// <summary>Writes what is left; waits no longer than <see cref="DraftKeeper.Patience"/> in all.</summary>
    /// <param name="more">What else is to be written, if there is time.</param>
    public async Task KeepAsync(Func<Task> more)
    {
        try
        {
            await Task.WhenAll([.. unwritten.Select(static one => one.SaveAsync()), more()]).WaitAsync(DraftKeeper.Patience, clock);
        }
        catch (Exception)   // Not even a defect may keep the reader inside, or cost the words: what is left goes to the rescue file.
        {
        }
        _givenUp = underWay?.Invoke() ?? [];
    }

    /// <summary>Writes what is left and waits for it on this thread, as long; for the end by a defect.</summary>
    public void KeepNow()
    {
        try
        {
            Task.WaitAll([.. unwritten.Select(static one => one.SaveAsync())], DraftKeeper.Patience);
        }
        catch (AggregateException)
        {
            // What is left goes to the rescue file.
        }
    }

    /// <summary>Puts what is not written into a rescue file. May be called on any thread; only the first call does something.</summary>
    /// <returns>
    /// What to print last, in lines: the sentence that says where it is, after the words themselves where no file could be written. Null
    /// where everything is in the database.
    /// </returns>
    public string? Rescue()
    {
        lock (_gate)
        {
            if (_isOver)
                return null;
            _isOver = true;
            string?[] words = [WordsFor(Unwritten), WordsForGivenUp()];
            return words.Any(static some => some is not null) ? string.Join('\n', words.OfType<string>()) : null;
        }
    }

    private string? WordsFor(IReadOnlyList<RescueEntry> left)
    {
        if (left.Count == 0)
            return null;
        var what = TakeInRescued.Counted(left);
        if (folder?.Write(left) is { } path)
        {
            return $"The database could not be written. TermNews kept {what} in {path} "
                + (RescueFolder.IsTakenIn(path) ? "and takes that in at the next start." : "to be copied from there.");
        }
        var text = folder?.TextOf(left) ?? new RescueFile(string.Empty, left).ToString();
        return $"{text}\nNeither the database nor a file could be written: {what}, printed above to be copied.";
    }

    private string? WordsForGivenUp() => _givenUp.Count == 0
        ? null : $"Not written, as another program had the database: {string.Join(", ", _givenUp.Distinct())}. Do that again.";
}
