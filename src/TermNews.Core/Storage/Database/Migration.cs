using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Database;

/// <summary>A numbered step of the schema, embedded from <c>Storage/Migrations</c>.</summary>
/// <param name="Number">The schema's version after it.</param>
/// <param name="Sql">The statements.</param>
internal sealed record Migration(int Number, string Sql)
{
    /// <summary>
    /// The <c>application_id</c> of SQLite's header ("TNWS"), which distinguishes our files from those of other programs.
    /// </summary>
    public const int ApplicationId = 0x544E5753;

    /// <summary>All steps in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = [.. Embedded()];

    private static IEnumerable<Migration> Embedded()
    {
        const string folder = "Migrations/";
        var assembly = typeof(Migration).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
            yield return new Migration(int.Parse(name.AsSpan(folder.Length, 4), CultureInfo.InvariantCulture), Read(assembly, name));
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>
    /// Migrates a database to the last step. Each step takes the write lock first: of two processes one migrates, and the other finds it
    /// done.
    /// </summary>
    /// <param name="connection">The database.</param>
    /// <param name="steps">All steps in order.</param>
    /// <param name="backUp">
    /// Called under the write lock with the current version, before the first change to a database that has data.
    /// </param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task RunAsync(
        SqliteConnection connection, IReadOnlyList<Migration> steps, Action<int> backUp, CancellationToken cancellationToken)
    {
        connection.CreateFunction("pack_text", (string? summary, string? content) => TextBlock.Pack(new StoryText(summary, content)),
            isDeterministic: true);
        var backedUp = false;
        foreach (var step in steps)
        {
            using var transaction = await WriteTransaction.BeginAsync(connection, LockWait.OfCommands, cancellationToken)
                .ConfigureAwait(false);
            var version = await VersionAsync(connection, cancellationToken).ConfigureAwait(false);
            if (version >= step.Number)
                continue;
            if (version > 0 && !backedUp)
                backUp(version);
            backedUp = true;
            await using var command = connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture,
                $"{step.Sql}\n; PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {step.Number};");
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            transaction.Commit();
        }
    }

    /// <summary>The schema's version.</summary>
    public static async Task<int> VersionAsync(SqliteConnection connection, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<int>("PRAGMA user_version", new { cancellationToken }).ConfigureAwait(false);
}
