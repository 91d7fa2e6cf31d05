using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Searching;

/// <summary>Reads the texts of stories in the order of their ids. Neighbours mostly share a block, which is unpacked once.</summary>
internal sealed class TextBlockReader(PreparedStatements statements)
{
    private long? _block;
    private IReadOnlyList<StoryText> _texts = [];

    /// <summary>The plain text of a story; its lead if the text is missing or damaged.</summary>
    public string? ReadWords(UnindexedRow story) =>
        story.BlockId is { } block && TextsOf(block) is { } texts && story.Place < texts.Count
            && texts[(int)story.Place].ToWords() is { Length: > 0 } words
            ? words : story.Lead;

    private IReadOnlyList<StoryText> TextsOf(long block)
    {
        if (_block != block)
            (_block, _texts) = (block, Unpack(block));
        return _texts;
    }

    private IReadOnlyList<StoryText> Unpack(long block)
    {
        using var reader = statements.Read("SELECT texts, packed FROM text_blocks WHERE id = @1", block);
        try
        {
            return reader.Read() ? TextBlock.Unpack(reader.GetFieldValue<byte[]>(1), reader.GetInt32(0)) : [];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
