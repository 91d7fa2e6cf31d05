namespace TermNews.Core.Storage.Rows;

/// <summary>A count of something that has an id, a name, or both.</summary>
internal sealed class CountRow
{
    public long Id { get; set; }
    public string Name { get; set; } = "";
    public long Count { get; set; }
}
