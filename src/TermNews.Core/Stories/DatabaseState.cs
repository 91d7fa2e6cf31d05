namespace TermNews.Core.Stories;

/// <summary>What is written in a database at a time: where two are equal, nobody wrote between them. Where they differ, somebody may have.</summary>
/// <param name="Connection">Which connection tells: each counts for itself.</param>
/// <param name="Commits">Changes with what other connections commit (<c>PRAGMA data_version</c>).</param>
/// <param name="Changes">Rows that this connection has written.</param>
public readonly record struct DatabaseState(object Connection, long Commits, long Changes);
