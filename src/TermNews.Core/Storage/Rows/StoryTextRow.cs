namespace TermNews.Core.Storage.Rows;

/// <summary>Where the texts of a story are, with the block that holds them.</summary>
internal sealed class StoryTextRow
{
    public byte[] Packed { get; set; } = [];
    public long Texts { get; set; }
    public long Place { get; set; }
}
