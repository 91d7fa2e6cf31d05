using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Writing;

/// <summary>Collects the texts of consecutive stories and writes several of them as one <see cref="TextBlock"/>.</summary>
internal sealed class TextBlockWriter(PreparedStatements statements)
{
    /// <summary>The largest block. Larger blocks compress better, but reading one text unpacks its whole block.</summary>
    private const int MostCharacters = 64 * 1024;
    private const int MostTexts = 32;

    private readonly List<long> _stories = [];
    private readonly List<StoryText> _texts = [];
    private int _characters;

    /// <summary>Adds the texts of a story that has none in the database.</summary>
    public void Add(long storyId, StoryText text)
    {
        var characters = (text.Summary?.Length ?? 0) + (text.Content?.Length ?? 0);
        if (_texts.Count == MostTexts || _characters + characters > MostCharacters)
            Flush();
        _stories.Add(storyId);
        _texts.Add(text);
        _characters += characters;
    }

    /// <summary>Deletes the texts of a story, written or not.</summary>
    public void Delete(long storyId)
    {
        if (_stories.Contains(storyId))
            Flush();
        statements.Run("DELETE FROM story_text WHERE story_id = @1", storyId);
    }

    /// <summary>Writes the collected texts.</summary>
    public void Flush()
    {
        if (_texts.Count == 0)
            return;
        var block = statements.RunForNumber(
            "INSERT INTO text_blocks (texts, packed) VALUES (@1, @2) RETURNING id", _texts.Count, TextBlock.Pack(_texts));
        for (var place = 0; place < _stories.Count; place++)
            statements.Run("INSERT INTO story_text (story_id, block_id, place) VALUES (@1, @2, @3)", _stories[place], block, place);
        _stories.Clear();
        _texts.Clear();
        _characters = 0;
    }
}
