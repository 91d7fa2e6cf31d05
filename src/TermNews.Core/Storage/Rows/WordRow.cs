namespace TermNews.Core.Storage.Rows;

/// <summary>A row of <c>cluster_words</c>: a hashed word and the number of headlines that have it.</summary>
internal sealed class WordRow
{
    public long Word { get; set; }
    public long Headlines { get; set; }
}
