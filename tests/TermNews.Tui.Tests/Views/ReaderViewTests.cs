using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Configuration;
using TermNews.Core.Reader.Composition;
using TermNews.Core.Reader.Keys;
using TermNews.Tui.Terminal;
using TermNews.Tui.Views;

namespace TermNews.Tui.Tests.Views;

/// <summary>The reader on a database in memory, as a screen of a size.</summary>
public sealed class ReaderViewTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2024, 11, 18, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new(Noon);
    private readonly List<Exception> _failures = [];
    private readonly UiTasks _tasks;
    private Screen? _screen;
    private ReaderView? _view;
    private ReaderViewModel? _reader;

    public ReaderViewTests() => _tasks = new UiTasks(_failures.Add, _failures.Add);

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    [InlineData(200, 60)]
    [InlineData(40, 10)]
    public async Task The_front_page_looks_right_at_every_size(int columns, int rows)
    {
        var screen = await OpenAsync(columns, rows);

        screen.AssertIs($"front-page-{columns}x{rows}");
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    [InlineData(40, 10)]
    public async Task An_article_looks_right_at_every_size(int columns, int rows)
    {
        var screen = await OpenAsync(columns, rows, "Enter");

        screen.AssertIs($"article-{columns}x{rows}");
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(40, 10)]
    public async Task Why_a_story_is_here_is_told_whole_and_asked_again_with_numbers(int columns, int rows)
    {
        var screen = await OpenAsync(columns, rows, "w");
        Assert.Contains("w numbers", screen.Grid(), StringComparison.Ordinal);

        Press("w");

        screen.AssertIs($"why-numbers-{columns}x{rows}");
    }

    [Fact]
    public async Task The_end_of_an_article_has_comments_other_stories_and_ways_to_share()
    {
        var screen = await OpenAsync(80, 24, "Enter", "G");

        screen.AssertIs("article-end-80x24");
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public async Task The_comment_box_stands_under_the_text_with_its_counter(int columns, int rows)
    {
        var screen = await OpenAsync(columns, rows, "Enter", "c", "W", "o", "r", "t", "h", "Space", "i", "t", ".", "Space", "한");

        screen.AssertIs($"comment-{columns}x{rows}");
    }

    [Fact]
    public async Task The_301st_character_is_refused_and_a_paste_is_cut()
    {
        var screen = await OpenAsync(80, 24, "Enter", "c");
        _view!.Paste(new string('x', 310));
        Assert.Contains("300 / 300", screen.Grid(), StringComparison.Ordinal);
        Press("y");

        Assert.Equal(new string('x', 300), _reader!.CommentBox.State.Text);
    }

    [Fact]
    public async Task A_paste_outside_a_text_is_no_command()
    {
        var screen = await OpenAsync(80, 24);
        var before = screen.Grid();
        _view!.Paste("dAQ");

        Assert.Equal(before, screen.Grid());
    }

    [Fact]
    public async Task A_filter_narrows_the_list_while_it_is_typed()
    {
        var screen = await OpenAsync(80, 24, "/", "t", "r", "a", "d", "e");

        screen.AssertIs("filter-80x24");
    }

    [Theory]
    [InlineData("feeds-80x24", "L")]
    [InlineData("help-80x24", "?")]
    [InlineData("saved-empty-80x24", "5", "d")]
    public async Task Other_pages_look_right(string name, params string[] keys)
    {
        var screen = await OpenAsync(80, 24, keys);

        screen.AssertIs(name);
    }

    [Theory]
    [InlineData("mute-80x24", 80, 24, "m")]
    [InlineData("mute-40x10", 40, 10, "m")]
    [InlineData("mute-word-80x24", 80, 24, "m", "1")]
    [InlineData("mute-span-40x10", 40, 10, "m", "3")]
    [InlineData("muted-80x24", 80, 24, "m", "3", "2")]
    [InlineData("muted-menu-80x24", 80, 24, "m", "3", "2", "m", "4", "3", "M")]
    [InlineData("muted-stories-80x24", 80, 24, "m", "3", "2", "m", "4", "3", "M", "Enter")]
    [InlineData("muted-stories-40x10", 40, 10, "m", "3", "2", "M", "Enter", "j")]
    public async Task Muting_looks_right(string name, int columns, int rows, params string[] keys)
    {
        var screen = await OpenAsync(columns, rows);
        foreach (var key in keys)   // Lists are loaded anew, and counted after they are shown.
            await _reader!.PressAsync(KeyPress.Parse(key)!, TestContext.Current.CancellationToken);

        screen.AssertIs(name);
    }

    [Fact]
    public async Task An_empty_database_says_what_to_do()
    {
        var screen = await OpenAsync(80, 24, isEmpty: true);

        screen.AssertIs("empty-80x24");
    }

    [Fact]
    public async Task A_screen_too_small_has_one_notice_and_comes_back_where_it_was()
    {
        var screen = await OpenAsync(80, 24, "j", "j");
        var before = screen.Grid();
        Resize(screen, 30, 8);
        screen.AssertIs("too-small-30x8");
        Resize(screen, 80, 24);

        Assert.Equal(before, screen.Grid());
    }

    [Fact]
    public async Task Esc_never_leaves()
    {
        await OpenAsync(80, 24, "Esc", "Esc", "Enter", "Esc", "Esc", "Esc");

        Assert.False(_reader!.State.HasLeft);
    }

    public void Dispose()
    {
        _view?.Dispose();
        _screen?.Dispose();
        _reader?.Dispose();
        _tasks.Dispose();
        Assert.Empty(_failures);
    }

    private Task<Screen> OpenAsync(int columns, int rows, params string[] keys) => OpenAsync(columns, rows, false, keys);

    private async Task<Screen> OpenAsync(int columns, int rows, bool isEmpty, params string[] keys)
    {
        _clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        var parts = await Edition.OpenAsync(Noon, _clock, TestContext.Current.CancellationToken, isEmpty);
        _screen = Screen.Open(columns, rows);
        SynchronizationContext.SetSynchronizationContext(null);
        _reader = new ReaderViewModel(parts);
        _view = new ReaderView(
            _reader, new LinePainter(new Palette(ReaderTheme.Default), new FrameExtras(), isAscii: false, hasLinks: true), _tasks);
        _reader.Resize(columns, rows);
        await _reader.StartAsync(null, TestContext.Current.CancellationToken);
        _screen.Begin(_view);
        Press(keys);
        return _screen;
    }

    private void Press(params string[] keys)
    {
        foreach (var key in keys)
            _view!.Press(KeyPress.Parse(key)!);
    }

    private void Resize(Screen screen, int columns, int rows)
    {
        _reader!.Resize(columns, rows);
        screen.Resize(columns, rows);
    }
}
