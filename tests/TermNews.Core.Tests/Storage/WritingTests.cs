using Microsoft.Data.Sqlite;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

/// <summary>Writes beside other programs: the lock is held, or the file is another one.</summary>
public sealed class WritingTests : TemporaryDatabase
{
    private SqliteConnection _other = null!;
    private IReadOnlyList<long> _ids = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreAsync(await FeedAsync(), A.Incoming("1", "One"), A.Incoming("2", "Two"));
        _ids = [await IdAsync("One"), await IdAsync("Two")];
        _other = new SqliteConnection($"Data Source={File};Pooling=False");
        _other.Open();
    }

    public override ValueTask DisposeAsync()
    {
        _other.Dispose();
        return base.DisposeAsync();
    }

    private void RunElsewhere(string sql)
    {
        using var command = _other.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private Task<IReadOnlyList<StatusBefore>> MarkAsync(StatusChange change) => Stories.MarkAsync(_ids, change, Token);

    private async Task<StoryStatus> StatusAsync() => (await Stories.FindAsync(_ids[0], Token))!.Status;

    [Fact]
    public async Task Changes_behind_the_screen_wait_for_the_lock_in_their_order()
    {
        Database.WriteBehind();
        RunElsewhere("BEGIN IMMEDIATE");
        var waits = new TaskCompletionSource();
        using var watch = Database.UnderWay.Watch(() => waits.TrySetResult());
        Task[] changes = [MarkAsync(StatusChange.Saved), MarkAsync(StatusChange.Unsaved), MarkAsync(StatusChange.Read)];
        await waits.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.DoesNotContain(changes, change => change.IsCompleted);
        Assert.Equal(3, Database.UnderWay.Count);
        Assert.False((await StatusAsync()).IsRead);
        RunElsewhere("ROLLBACK");
        await Task.WhenAll(changes);
        Assert.Equal(0, Database.UnderWay.Count);
        Assert.Equal((true, false), ((await StatusAsync()).IsRead, (await StatusAsync()).IsSaved));
    }

    [Fact]
    public async Task A_change_that_waits_can_be_given_up()
    {
        Database.WriteBehind();
        RunElsewhere("BEGIN IMMEDIATE");
        using var givenUp = new CancellationTokenSource();
        var change = Stories.MarkAsync(_ids, StatusChange.Read, givenUp.Token);
        await givenUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => change);
        RunElsewhere("ROLLBACK");
        Assert.Equal(2, (await MarkAsync(StatusChange.Saved)).Count);
        Assert.False((await StatusAsync()).IsRead);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_first_change_of_a_reader_notices_another_file_too(bool isReplaced)
    {
        Database.WriteBehind();
        System.IO.File.Move(File, File + ".away");
        if (isReplaced)
            System.IO.File.Copy(File + ".away", File);
        var error = await Assert.ThrowsAsync<NewsException>(() => MarkAsync(StatusChange.Read));
        Assert.Contains($"The database {File} was deleted, moved or replaced", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_acknowledged_in_a_file_that_is_no_longer_there(bool isReplaced)
    {
        await MarkAsync(StatusChange.Saved);
        System.IO.File.Move(File, File + ".away");
        if (isReplaced)
            System.IO.File.Copy(File + ".away", File);
        var error = await Assert.ThrowsAsync<NewsException>(() => MarkAsync(StatusChange.Read));
        Assert.Contains($"The database {File} was deleted, moved or replaced", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NewsException>(() => Comments.AddAsync(_ids[0], "Ann", CommentText.Create("Lost?"), null, Token));
        System.IO.File.Move(File + ".away", File, overwrite: true);
        Assert.Equal(2, (await MarkAsync(StatusChange.Read)).Count);
    }
}
