namespace TermNews.Core.Storage.Rows;

/// <summary>The place of a story's texts, with the block that holds them.</summary>
internal sealed class StoryTextRow
{
    public byte[] Packed { get; set; } = [];
    public long Texts { get; set; }
    public long Place { get; set; }
}
