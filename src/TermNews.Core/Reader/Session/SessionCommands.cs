namespace TermNews.Core.Reader.Session;

/// <summary>The commands of the program and its terminal.</summary>
public static class SessionCommands
{
    public static readonly ReaderCommand Quit = ReaderCommand.On<Program>("quit", KeyScope.All & ~(KeyScope.Comment | KeyScope.Prompt),
        ["Q"], "leave now, drafts are kept", static (program, token) => program.LeaveAsync(token));

    public static readonly ReaderCommand QuitAnywhere = Quit with { Name = "quit-anywhere", Scope = KeyScope.All, Keys = ["Ctrl-C"] };

    public static readonly ReaderCommand Redraw = ReaderCommand.On<Program>("redraw", KeyScope.All, ["Ctrl-L"],
        "draw the screen anew", static program => program.Redraw());

    public static readonly ReaderCommand Suspend = ReaderCommand.On<Program>("suspend", KeyScope.All, ["Ctrl-Z"],
        "suspend; fg comes back", static program => program.Suspend());
}
