using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>The reader under a shell with job control.</summary>
public sealed class SuspendTests
{
    private const string Prompt = "shell> ";

    [Fact]
    public async Task Ctrl_Z_gives_the_terminal_to_the_shell_and_fg_brings_the_reader_back()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await ReaderUnderShellAsync(newsroom);

        await terminal.PressAsync("Down", "C-z");
        await terminal.WaitForAsync("Stopped");
        Assert.Equal("000", await terminal.FlagAsync("alternate_on}#{mouse_any_flag}#{keypad_cursor_flag"));
        Assert.Equal("1", await terminal.FlagAsync("cursor_flag"));
        await terminal.TypeAsync("fg\n");
        await terminal.WaitForAsync(Newsroom.Newest);
        Assert.Equal("1", await terminal.FlagAsync("alternate_on"));
        await terminal.AssertSameWhenDrawnAnewAsync("after fg");
        await terminal.PressAsync("Enter");

        await terminal.WaitForAsync("The article on Dispatch number 1");   // The selection is where it was.
    }

    [Fact]
    public async Task SIGTSTP_is_the_key_Ctrl_Z_and_a_stop_without_warning_is_mended_by_fg()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await ReaderUnderShellAsync(newsroom);
        var device = await terminal.FlagAsync("pane_tty");

        await SignalReaderAsync(device, "TSTP");
        await terminal.WaitForAsync("Stopped");
        Assert.Equal("000", await terminal.FlagAsync("alternate_on}#{mouse_any_flag}#{keypad_cursor_flag"));
        await terminal.TypeAsync("fg\n");
        await terminal.WaitForAsync(Newsroom.Newest);
        Assert.Equal("1", await terminal.FlagAsync("alternate_on"));
        await SignalReaderAsync(device, "STOP");
        await terminal.WaitForAsync("Stopped");
        await terminal.TypeAsync("fg\n");
        await terminal.WaitForAsync(Newsroom.Newest);
        await terminal.AssertSameWhenDrawnAnewAsync("after fg");
        await terminal.PressAsync("Enter");

        await terminal.WaitForAsync("The article on ");
    }

    [Fact]
    public async Task Stopped_resized_and_continued_it_fits_the_new_size()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await ReaderUnderShellAsync(newsroom);
        await terminal.PressAsync("C-z");
        await terminal.WaitForAsync("Stopped");

        await terminal.ResizeAsync(61, 17);
        await terminal.TypeAsync("fg\n");

        var screen = await terminal.WaitAsync(screen => screen.Split('\n')[0].TrimEnd().Length == 61, "a title row of 61 columns");
        Assert.Contains(Newsroom.Newest, screen, StringComparison.Ordinal);
        await terminal.AssertSameWhenDrawnAnewAsync("after fg");
    }

    [Fact]
    public async Task It_can_be_stopped_again_and_again_and_leaves_with_0()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await ReaderUnderShellAsync(newsroom);

        for (var n = 1; n <= 3; n++)
        {
            await terminal.PressAsync("C-z");
            await terminal.WaitAsync(screen => screen.Split("Stopped").Length > n, $"the shell to say a {n}. time that it is stopped");
            await terminal.TypeAsync("fg\n");
            await terminal.WaitForAsync(Newsroom.Newest);
        }
        await terminal.PressAsync("q");
        await terminal.WaitForGoneAsync(Newsroom.Newest);
        await terminal.TypeAsync("echo left with $?\n");

        await terminal.WaitForAsync("left with 0");
    }

    private static async Task<Terminal> ReaderUnderShellAsync(Newsroom newsroom)
    {
        var terminal = await Terminal.StartAsync(
            newsroom.Sandbox, 80, 24, ["PS1=" + Prompt, "HISTFILE=/dev/null"], [Installed.Find("bash"), "--noprofile", "--norc", "-i"]);
        await terminal.WaitForAsync(Prompt.TrimEnd());
        await terminal.TypeAsync($"'{Installed.Binary}'\n");
        await terminal.WaitForAsync(Newsroom.Newest);
        return terminal;
    }

    private static async Task SignalReaderAsync(string device, string signal)
    {
        using var kill = System.Diagnostics.Process.Start(
            "pkill", [$"-{signal}", "-t", Path.GetRelativePath("/dev", device), "-x", Path.GetFileName(Installed.Binary)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kill.ExitCode);
    }
}
