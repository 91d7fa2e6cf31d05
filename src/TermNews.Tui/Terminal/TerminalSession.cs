using System.Runtime.CompilerServices;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;
using Terminal.Gui.Time;

namespace TermNews.Tui.Terminal;

/// <summary>An application on a terminal: with our own layer on Unix, with the toolkit's drivers elsewhere.</summary>
internal sealed class TerminalSession : IDisposable
{
    private readonly EventLoop _loop = new();
    private readonly JobControl _jobs = new();
    private readonly UnixTty? _tty;
    private readonly TerminalOutput? _output;
    private readonly TerminalSize? _size;

    private TerminalSession(TerminalTraits traits, FrameExtras extras, KittyPictures? kitty, Action terminalLost)
    {
        _tty = UnixTty.Open();
        if (_tty is null)
        {
            App = Application.Create();
            App.Init();
            return;
        }
        _size = new TerminalSize(_tty, _loop.Wake);
        _output = new TerminalOutput(_tty, traits, extras, kitty, _jobs, _size.Invalidate);
        var input = new TerminalInput(_tty, traits.EscapeMilliseconds, _loop.Wake, terminalLost);
        App = CreateApplication(new TerminalFactory(input, _output, _size), new SystemTimeProvider());
        WithoutShells(() => App.Init());
        _loop.Attach(App);
    }

    /// <summary>The toolkit's application.</summary>
    public IApplication App { get; }

    /// <summary>Takes over the terminal; sends nothing before the first frame.</summary>
    public static TerminalSession Start(TerminalTraits traits, FrameExtras extras, KittyPictures? kitty, Action terminalLost)
    {
        Application.AppModel = AppModel.FullScreen;
        return new TerminalSession(traits, extras, kitty, terminalLost);
    }

    /// <summary>Sends a sequence without visible output.</summary>
    public void Send(string sequence)
    {
        if (_output is null)
            App.Driver?.WriteRaw(sequence);
        else
            _output.Send(sequence);
    }

    /// <summary>Redraws the whole screen.</summary>
    public void Repaint()
    {
        _output?.Forget();
        App.TopRunnableView?.SetNeedsDraw();
    }

    /// <summary>From now on signals of job control are followed, on the thread that draws.</summary>
    /// <param name="post">Runs an action on that thread.</param>
    public void FollowJobControl(Action<Action> post) => _jobs.Attach(() => post(Suspend), () => post(Resume));

    /// <summary>Suspends the program until the shell resumes it.</summary>
    public void Suspend()
    {
        App.Driver?.Suspend();
        Repaint();
    }

    private void Resume()
    {
        _output?.Resume();
        App.TopRunnableView?.SetNeedsDraw();
    }

    /// <summary>Restores the terminal at once, from any thread, whatever the loop is doing.</summary>
    public void LeaveNow() => _output?.Leave();

    public void Dispose()
    {
        App.Dispose();
        _jobs.Dispose();
        _size?.Dispose();
        _loop.Dispose();
        _tty?.Dispose();
    }

    /// <summary>Hides xclip from the toolkit, which would look for it with a shell while it starts; we have our own clipboard.</summary>
    private static void WithoutShells(Action start)
    {
        var path = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", "/nowhere");
        try
        {
            start();
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    [return: UnsafeAccessorType("Terminal.Gui.App.ApplicationImpl, Terminal.Gui")]
    private static extern object NewApplication(IComponentFactory factory, ITimeProvider time);

    private static IApplication CreateApplication(IComponentFactory factory, ITimeProvider time) =>
        (IApplication)NewApplication(factory, time);
}
