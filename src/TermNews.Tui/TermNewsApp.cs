using Terminal.Gui.App;
using Terminal.Gui.Input;
using TermNews.Core.Configuration;
using TermNews.Core.Pictures;
using TermNews.Core.Reader;
using TermNews.Core.Reader.Composition;
using TermNews.Tui.Desktop;
using TermNews.Tui.Input;
using TermNews.Tui.Terminal;
using TermNews.Tui.Views;
using IClipboard = TermNews.Core.UseCases.IClipboard;

namespace TermNews.Tui;

/// <summary>The full-screen reader on this process's terminal.</summary>
public sealed class TermNewsApp
{
    private const int Defect = 70;
    private readonly TerminalTraits _traits;
    private readonly ReaderTheme _theme;
    private readonly FrameExtras _extras = new();
    private readonly KittyPictures? _kitty;
    private TerminalSession? _session;
    private Action? _terminalLost;
    private int _exitCode;
    private int? _percent;
    private Exception? _failure;

    /// <summary>Looks at the environment; the terminal is left alone until <see cref="Run"/>.</summary>
    /// <param name="environment">Gives a variable's value or null.</param>
    /// <param name="settings">What the reader configured of it.</param>
    public TermNewsApp(Func<string, string?> environment, ReaderSettings settings)
    {
        _traits = TerminalTraits.From(environment).With(settings);
        _theme = _traits.Colors == ColorLevel.None ? ReaderTheme.Mono : settings.Theme;
        _kitty = _traits.Pictures == PictureProtocol.Kitty ? new KittyPictures(_traits.Colors) : null;
        Clipboard = new SystemClipboard(_traits, environment, sequence => _session?.Send(sequence));
        Browser = new SystemBrowser(_traits, environment, Clipboard);
    }

    /// <summary>The clipboard of the reader's desktop.</summary>
    public IClipboard Clipboard { get; }

    /// <summary>Gives articles to programs and files.</summary>
    public IArticleOutlet Outlet { get; } = new ArticleOutlet();

    /// <summary>The browser of the reader's desktop.</summary>
    public IBrowser Browser { get; }

    /// <summary>The terminal has ASCII only.</summary>
    public bool IsAscii => _traits.IsAscii;

    /// <summary>How the terminal shows pictures.</summary>
    public PictureForm Pictures => _traits.Pictures switch
    {
        PictureProtocol.None => PictureForm.None,
        PictureProtocol.HalfBlocks => PictureForm.HalfBlocks,
        PictureProtocol.Kitty or PictureProtocol.Sixel => PictureForm.Placed,
    };

    /// <summary>Articles show their pictures without being asked.</summary>
    public bool ShowsPictures => _traits.ShowsPictures;

    /// <summary>Runs until the reader leaves.</summary>
    /// <param name="parts">What the reader is put together from.</param>
    /// <param name="storyId">A story to open at once, or null.</param>
    /// <param name="error">Takes the one sentence of a crash, after the terminal was given back.</param>
    /// <returns>The exit status.</returns>
    public int Run(ReaderParts parts, long? storyId, TextWriter error)
    {
        var context = SynchronizationContext.Current;
        var last = new LastWords(error);
        try
        {
            using var session = _session = TerminalSession.Start(_traits, _extras, _kitty, () => _terminalLost?.Invoke());
            AppDomain.CurrentDomain.UnhandledException += (_, crash) => LeaveCrashed(session, crash.ExceptionObject as Exception, last);
            RunReader(session, parts, storyId, last);
        }
        catch (Exception ex)
        {
            _failure ??= ex;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);   // What the program awaits after this has no loop to come back to.
        }
        if (_failure is null)
        {
            last.Say();
            return _exitCode;
        }
        last.SayDefect(_failure);
        return Defect;
    }

    /// <summary>A thread that is not the one that draws has failed, and the runtime is about to end the process.</summary>
    private static void LeaveCrashed(TerminalSession session, Exception? failure, LastWords last)
    {
        session.LeaveNow();
        last.SayDefect(failure);
        Environment.Exit(Defect);
    }

    private void RunReader(TerminalSession session, ReaderParts parts, long? storyId, LastWords last)
    {
        var app = session.App;
        using var context = LoopContext.Install(app);
        using var tasks = new UiTasks(ex =>
        {
            _failure ??= ex;
            app.RequestStop();
        });
        using var reader = new ReaderViewModel(parts);
        last.Begin(reader.Leaving);
        var painter = new LinePainter(new Palette(_theme), _extras, _traits.IsAscii, _traits.HasHyperlinks, _kitty, _traits.HasIsolates);
        using var view = new ReaderView(reader, painter, tasks);
        Connect(session, reader, view, tasks);
        using var signals = new LeavingSignals(
            () => context.Post(() => tasks.Start(token => LeaveAsync(app, reader, token))), () =>
            {
                session.LeaveNow();
                last.Say();
            });
        _terminalLost = signals.TerminalLost;
        reader.Resize(app.Screen.Width, app.Screen.Height);
        tasks.Start(token => reader.StartAsync(storyId, token));
        using var watch = parts.WatchForWriters?.Invoke(() => context.Post(() => tasks.Start(reader.NoticeChangesAsync)));
        app.Run(view);
        _exitCode = signals.ExitCode ?? 0;
    }

    private static async Task LeaveAsync(IApplication app, ReaderViewModel reader, CancellationToken cancellationToken)
    {
        await reader.KeepDraftsAsync(cancellationToken);
        app.RequestStop();
    }

    private void Connect(TerminalSession session, ReaderViewModel reader, ReaderView view, UiTasks tasks)
    {
        var app = session.App;
        reader.Changed += (_, _) =>
        {
            if (reader.State.HasLeft)
                app.RequestStop(view);
            ShowPercent(session, reader.State.Percent);
        };
        reader.RefreshDue += (_, _) => tasks.Start(reader.RefreshDueAsync);
        reader.Rested += (_, _) => tasks.Start(reader.PrepareAsync);
        reader.RedrawAsked += (_, _) => session.Repaint();
        reader.SuspendAsked += (_, _) => session.Suspend();
        app.ScreenChanged += (_, e) =>
        {
            reader.Resize(e.Value.Width, e.Value.Height);
            tasks.Start(reader.FillColumnsAsync);
        };
        app.Keyboard.KeyDown += (_, key) =>
        {
            key.Handled = true;   // The toolkit's own bindings (Esc leaves, Tab moves a focus) are not used.
            if (KeyTranslation.ToKeyPress(key) is { } press)
                view.Press(press);
        };
        app.Paste += (_, e) =>
        {
            e.Handled = true;
            view.Paste(e.Text);
        };
        app.Mouse.MouseEvent += (_, mouse) => OnMouse(mouse, view);
    }

    /// <summary>In the window's frame or the task bar, where the terminal has it.</summary>
    private void ShowPercent(TerminalSession session, int? percent)
    {
        if (!_traits.HasProgress || percent == _percent)
            return;
        _percent = percent;
        session.Send(TerminalTraits.ProgressSequence(percent));
    }

    private static void OnMouse(Mouse mouse, ReaderView view)
    {
        mouse.Handled = true;
        if (mouse.Flags.HasFlag(MouseFlags.WheeledDown))
            view.Wheel(mouse.ScreenPosition, 1);
        else if (mouse.Flags.HasFlag(MouseFlags.WheeledUp))
            view.Wheel(mouse.ScreenPosition, -1);
        else if (mouse.IsDoubleClicked || mouse.IsSingleClicked)
            view.Click(mouse.ScreenPosition, mouse.IsDoubleClicked);
    }
}
