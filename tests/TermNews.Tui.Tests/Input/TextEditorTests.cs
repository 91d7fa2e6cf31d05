using TermNews.Tui.Input;

namespace TermNews.Tui.Tests.Input;

public sealed class TextEditorTests
{
    private readonly TextEditor _editor = new(isMultiline: true, text => text);

    [Fact]
    public void Deleting_takes_whole_clusters()
    {
        _editor.Reset("nai\u0308ve 👩‍👩‍👧");
        _editor.DeleteBefore();
        Assert.Equal("nai\u0308ve ", _editor.Text);
        _editor.MoveWordLeft();
        _editor.MoveRight();
        _editor.MoveRight();
        _editor.DeleteAfter();

        Assert.Equal("nave ", _editor.Text);
    }

    [Fact]
    public void What_is_killed_can_be_yanked_elsewhere()
    {
        _editor.Reset("one two three");
        _editor.KillWordBefore();
        _editor.MoveToLineStart();
        _editor.Yank();

        Assert.Equal("threeone two ", _editor.Text);
        Assert.Equal(5, _editor.Caret);
    }

    [Fact]
    public void A_refused_character_leaves_text_and_caret_alone()
    {
        var editor = new TextEditor(isMultiline: true, text => text.Length > 3 ? text[..3] : text);
        editor.Insert("abc");
        editor.MoveLeft();
        editor.MoveRight();
        editor.Insert("d");

        Assert.Equal("abc", editor.Text);
        Assert.Equal(3, editor.Caret);
    }

    [Fact]
    public void Lines_wrap_between_words_and_the_caret_follows()
    {
        _editor.Reset("the quick brown fox\njumps");

        Assert.Equal(["the quick ", "brown fox", "jumps"], _editor.Rows(12).Select(row => _editor.Text.Substring(row.Start, row.Length)));
        Assert.Equal((2, 5), _editor.CaretPlace(12));
        Assert.True(_editor.MoveRow(-1, 12));
        Assert.Equal((1, 5), _editor.CaretPlace(12));
        Assert.True(_editor.MoveRow(-1, 12));
        Assert.Equal((0, 5), _editor.CaretPlace(12));
        Assert.False(_editor.MoveRow(-1, 12));
    }

    [Fact]
    public void A_word_longer_than_the_box_is_cut_and_wide_characters_stay_whole()
    {
        _editor.Reset("한국어텍스트");

        Assert.Equal(["한국", "어텍", "스트"], _editor.Rows(6).Select(row => _editor.Text.Substring(row.Start, row.Length)));
    }

    [Fact]
    public void A_pasted_line_feed_becomes_a_space_in_a_field_of_one_line()
    {
        var field = new TextEditor(isMultiline: false, text => text);
        field.Insert("one\r\ntwo");

        Assert.Equal("one two", field.Text);
    }
}
