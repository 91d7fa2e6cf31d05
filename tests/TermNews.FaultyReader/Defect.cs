using Microsoft.Data.Sqlite;
using TermNews.Core.UseCases;

namespace TermNews.FaultyReader;

/// <summary>A desktop that fails when it is asked for anything.</summary>
/// <param name="fail">How.</param>
internal sealed class Defect(Func<Task<string>> fail) : IClipboard, IBrowser
{
    /// <inheritdoc/>
    public bool IsElsewhere => false;

    /// <summary>Fails on the thread that draws, in awaited work, or on a thread of its own.</summary>
    public static Defect Of(string place) => place switch
    {
        "drawing" => new Defect(() => throw Failure()),
        "awaited" => new Defect(async () => await Task.Run(Fail)),
        "thread" => new Defect(() =>
        {
            new Thread(() => throw Failure()).Start();
            return new TaskCompletionSource<string>().Task;
        }),
        _ => throw new ArgumentException($"There is no defect called '{place}'.", nameof(place)),
    };

    /// <summary>Has a database refuse drafts, as a full disk would.</summary>
    public static void RefuseDrafts(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TRIGGER refuse BEFORE INSERT ON drafts BEGIN SELECT RAISE(ABORT, 'refused'); END";
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public Task<string> CopyAsync(string text, CancellationToken cancellationToken) => fail();

    /// <inheritdoc/>
    public Task<string> OpenAsync(string address, CancellationToken cancellationToken) => fail();

    private static string Fail() => throw Failure();

    private static InvalidOperationException Failure() => new("A defect\u001b[31m of the tests.");
}
