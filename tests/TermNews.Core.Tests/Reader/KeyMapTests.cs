using TermNews.Core.Reader.Composition;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Keys;

namespace TermNews.Core.Tests.Reader;

public sealed class KeyMapTests
{
    private static KeyMap Bound(string name, params string[] keys) =>
        ReaderKeys.Create(new Dictionary<string, IReadOnlyList<string>> { [name] = keys });

    [Theory]
    [InlineData("j", "j")]
    [InlineData("ctrl+d", "Ctrl-D")]
    [InlineData("C-d", "Ctrl-D")]
    [InlineData("^d", "Ctrl-D")]
    [InlineData("pagedown", "PgDn")]
    [InlineData("PgDn", "PgDn")]
    [InlineData("shift+tab", "Shift-Tab")]
    [InlineData("Alt-Enter", "Alt-Enter")]
    [InlineData("-", "-")]
    [InlineData("+", "+")]
    [InlineData("é", "é")]
    public void Keys_have_one_spelling(string written, string key) => Assert.Equal(key, KeyPress.Parse(written)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("hyper-x")]
    [InlineData("jj")]
    public void What_is_no_key_is_none(string written) => Assert.Null(KeyPress.Parse(written));

    [Theory]
    [InlineData("j", KeyScope.List, "down")]
    [InlineData("Down", KeyScope.Article, "down")]
    [InlineData("Tab", KeyScope.List, "next-list")]
    [InlineData("Tab", KeyScope.Article, "next-link")]
    [InlineData("/", KeyScope.Article, "search-text")]
    [InlineData("Ctrl-S", KeyScope.Comment, "send")]
    [InlineData("Ctrl-C", KeyScope.Comment, "quit-anywhere")]
    [InlineData("3", KeyScope.List, "must-read")]
    public void A_key_means_what_its_place_says(string key, KeyScope scope, string command) =>
        Assert.Equal(command, ReaderKeys.Default.Find(scope, key)?.Name);

    [Theory]
    [InlineData(KeyScope.Comment)]
    [InlineData(KeyScope.Prompt)]
    public void Letters_are_text_where_text_is_typed(KeyScope scope) =>
        Assert.All("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789?/.! ",
            letter => Assert.False(new KeyReader(ReaderKeys.Default).Wants(KeyPress.Of(letter), scope)));

    [Fact]
    public void All_default_keys_are_written_in_their_one_spelling() =>
        Assert.All(ReaderKeys.Default.Table.SelectMany(line => line.Keys).SelectMany(keys => keys.Split(' ')),
            key => Assert.Equal(key, KeyPress.Parse(key)?.ToString()));

    [Fact]
    public void Names_of_commands_are_unique() =>
        Assert.Equal(ReaderKeys.Default.Table.Count, ReaderKeys.Default.Table.Select(line => line.Name).Distinct().Count());

    [Fact]
    public void A_command_gets_other_keys()
    {
        var map = Bound("down", "ctrl+n", "g n");
        Assert.Equal(MovingCommands.MoveDown, map.Find(KeyScope.List, "Ctrl-N"));
        Assert.Equal(MovingCommands.MoveDown, map.Find(KeyScope.List, "g n"));
        Assert.Null(map.Find(KeyScope.List, "j"));
    }

    [Theory]
    [InlineData("fly", "x", "unknown command: fly")]
    [InlineData("down", "hyper-x", "'hyper-x' is no key")]
    [InlineData("down", "k", "bound to both")]
    [InlineData("down", "g", "begin a longer sequence")]
    public void What_cannot_be_bound_is_told_in_a_sentence(string name, string keys, string told) =>
        Assert.Contains(told, Assert.Throws<NewsException>(() => Bound(name, keys)).Message, StringComparison.Ordinal);

    [Fact]
    public void Sequences_are_put_together_key_by_key()
    {
        var reader = new KeyReader(ReaderKeys.Default);
        Assert.True(reader.Read(KeyPress.Of('g'), KeyScope.List).IsPending);
        Assert.Equal("g", reader.Begun);
        Assert.Equal(MovingCommands.GoToTop, reader.Read(KeyPress.Of('g'), KeyScope.List).Command);
        Assert.Equal("", reader.Begun);
    }

    [Fact]
    public void A_key_that_does_not_continue_a_sequence_counts_by_itself()
    {
        var reader = new KeyReader(ReaderKeys.Default);
        reader.Read(KeyPress.Of('g'), KeyScope.List);
        Assert.Equal(MovingCommands.MoveDown, reader.Read(KeyPress.Of('j'), KeyScope.List).Command);
        reader.Read(KeyPress.Of('g'), KeyScope.List);
        Assert.Null(reader.Read(new KeyPress("Esc"), KeyScope.List).Command);
    }

    [Fact]
    public void Digits_choose_in_an_article_and_lists_on_the_front_page()
    {
        var reader = new KeyReader(ReaderKeys.Default);
        Assert.Equal(new KeyReading(null, 7), reader.Read(KeyPress.Of('7'), KeyScope.Article));
        Assert.Equal(ListCommands.All.Single(static row => row.Name == "popular"), reader.Read(KeyPress.Of('2'), KeyScope.List).Command);
        Assert.Equal(KeyReading.Nothing, reader.Read(KeyPress.Of('7'), KeyScope.List));
    }

    [Fact]
    public void Hints_come_from_the_table() =>
        Assert.Equal(["r read", "s save", "c comment", "/ filter", "a add", "? help"], ReaderKeys.Default.Hints(KeyScope.List));
}
