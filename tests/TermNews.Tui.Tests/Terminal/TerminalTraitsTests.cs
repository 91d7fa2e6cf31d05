using TermNews.Core.Configuration;
using TermNews.Tui.Terminal;

namespace TermNews.Tui.Tests.Terminal;

public sealed class TerminalTraitsTests
{
    [Fact]
    public void A_UTF_8_terminal_with_colours_is_told_from_the_environment_alone()
    {
        var traits = From(("TERM", "xterm-256color"), ("LANG", "de_CH.UTF-8"));

        Assert.Equal(
            (ColorLevel.Palette256, false, false, Multiplexer.None), (traits.Colors, traits.IsAscii, traits.IsRemote, traits.Multiplexer));
        Assert.Equal(25, traits.EscapeMilliseconds);
    }

    [Theory]
    [InlineData("linux")]
    [InlineData("vt100")]
    public void The_console_and_old_terminals_get_ASCII_and_no_hyperlinks(string term)
    {
        var traits = From(("TERM", term), ("LANG", "en_GB.UTF-8"));

        Assert.True(traits.IsAscii);
        Assert.DoesNotContain("\e]", traits.LeaveSequence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xterm-kitty", null, PictureProtocol.Kitty, true)]
    [InlineData("xterm-256color", "ghostty", PictureProtocol.Kitty, true)]
    [InlineData("foot", null, PictureProtocol.Sixel, true)]
    [InlineData("xterm-256color", "WezTerm", PictureProtocol.Sixel, true)]
    [InlineData("xterm-256color", null, PictureProtocol.HalfBlocks, false)]
    [InlineData("xterm", null, PictureProtocol.None, false)]
    public void Pictures_are_shown_as_the_terminal_can(string term, string? program, object protocol, bool byItself)
    {
        var traits = From(("TERM", term), ("TERM_PROGRAM", program ?? ""), ("LANG", "C.UTF-8")).With(new ReaderSettings());

        Assert.Equal(((PictureProtocol)protocol, byItself), (traits.Pictures, traits.ShowsPictures));
    }

    [Fact]
    public void Over_SSH_pictures_are_shown_on_request_only_and_in_a_multiplexer_of_blocks()
    {
        var remote = From(("TERM", "xterm-kitty"), ("SSH_TTY", "/dev/pts/1"), ("LANG", "C.UTF-8"));
        Assert.Equal(
            (PictureProtocol.Kitty, false), (remote.With(new ReaderSettings()).Pictures, remote.With(new ReaderSettings()).ShowsPictures));
        Assert.True(remote.With(new ReaderSettings { Images = SettingSwitch.On }).ShowsPictures);
        Assert.Equal(PictureProtocol.None, remote.With(new ReaderSettings { Images = SettingSwitch.Off }).Pictures);
        var inTmux = From(("TERM", "tmux-256color"), ("KITTY_WINDOW_ID", "1"), ("TMUX", "/tmp/x"), ("LANG", "C.UTF-8"));
        Assert.Equal(PictureProtocol.HalfBlocks, inTmux.With(new ReaderSettings()).Pictures);
        Assert.Equal(PictureProtocol.Sixel, inTmux.With(new ReaderSettings { Graphics = ReaderGraphics.Sixel }).Pictures);
    }

    [Theory]
    [InlineData("TERM", "mlterm-256color", true)]
    [InlineData("KONSOLE_VERSION", "230800", true)]
    [InlineData("TERM_PROGRAM", "Apple_Terminal", true)]
    [InlineData("TERM", "xterm-256color", false)]
    public void Text_from_right_to_left_is_isolated_where_the_terminal_is_known_to_heed_it(string variable, string value, bool heeds)
    {
        Assert.Equal(heeds, From((variable, value), ("LANG", "C.UTF-8")).With(new ReaderSettings()).HasIsolates);
        Assert.False(From((variable, value), ("TMUX", "/tmp/x"), ("LANG", "C.UTF-8")).With(new ReaderSettings()).HasIsolates);
        Assert.True(From((variable, value), ("LANG", "C.UTF-8")).With(new ReaderSettings { Bidi = SettingSwitch.On }).HasIsolates);
        Assert.False(From((variable, value), ("LANG", "C.UTF-8")).With(new ReaderSettings { Bidi = SettingSwitch.Off }).HasIsolates);
    }

    [Fact]
    public void LC_ALL_counts_before_LANG() =>
        Assert.Equal(OperatingSystem.IsLinux(), From(("TERM", "xterm"), ("LC_ALL", "C"), ("LANG", "en_GB.UTF-8")).IsAscii);

    [Fact]
    public void NO_COLOR_makes_it_monochrome() =>
        Assert.Equal(ColorLevel.None, From(("TERM", "xterm"), ("NO_COLOR", "1"), ("COLORTERM", "truecolor")).Colors);

    [Fact]
    public void Over_SSH_a_split_sequence_has_half_a_second() => Assert.Equal(500, From(("SSH_TTY", "/dev/pts/1")).EscapeMilliseconds);

    [Fact]
    public void Motion_of_the_mouse_is_never_asked_for() =>
        Assert.DoesNotContain("1003", From(("TERM", "xterm")).EnterSequence, StringComparison.Ordinal);

    [Fact]
    public void Inside_tmux_a_copied_text_goes_to_the_terminal_outside_too()
    {
        Assert.Equal("\e]52;c;aGk=\a", ClipboardSequence.For("hi", Multiplexer.None));
        Assert.EndsWith("\ePtmux;\e\e]52;c;aGk=\a\e\\", ClipboardSequence.For("hi", Multiplexer.Tmux), StringComparison.Ordinal);
    }

    private static TerminalTraits From(params (string Name, string Value)[] variables) =>
        TerminalTraits.From(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
