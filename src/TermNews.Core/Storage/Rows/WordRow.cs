namespace TermNews.Core.Storage.Rows;

/// <summary>A word and its headlines, as SQLite gives them.</summary>
internal sealed class WordRow
{
    public long Word { get; set; }
    public long Headlines { get; set; }
}
