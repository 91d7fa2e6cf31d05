using TermNews.Core.Reader.Overlays;

namespace TermNews.Core.Reader.Session;

/// <summary>
/// The stack of screens, the overlays above them, the notice in the status row, and the running of commands. It knows screens by their
/// interfaces only.
/// </summary>
internal sealed class ReaderSession : ViewModel<ReaderState>, IRooms
{
    private const int WheelRows = 3;
    private readonly KeyReader _keys;
    private readonly List<object> _rooms = [];
    private readonly List<IScreen> _screens = [];
    private readonly List<IOverlay> _overlays = [];   // The one that takes the keys first.

    /// <summary>A session without screens.</summary>
    public ReaderSession(KeyMap keys)
        : base(new ReaderState())
    {
        (Keys, _keys) = (keys, new KeyReader(keys));
        foreach (var overlay in new IOverlay[] { Question, Prompt, Menu })
            AddOverlay(overlay);
    }

    /// <summary>Raised before a command runs.</summary>
    public event Action? Executing;

    /// <summary>The keys.</summary>
    public KeyMap Keys { get; }

    /// <summary>The question over the status row.</summary>
    public QuestionOverlay Question { get; } = new();

    /// <summary>The prompt over the status row.</summary>
    public PromptOverlay Prompt { get; } = new();

    /// <summary>The menu over the page.</summary>
    public MenuOverlay Menu { get; } = new();

    /// <summary>Rows of a menu's items at most.</summary>
    public int MenuRoom => Math.Max(1, State.Layout.BodyHeight - 2);

    /// <summary>The place that keys go to.</summary>
    public IPlace Front => _overlays.Find(overlay => overlay.IsOpen) as IPlace ?? Screen;

    /// <summary>The screen in front.</summary>
    public IScreen Screen => _screens[^1];

    /// <summary>Adds a room that commands can run on.</summary>
    public TRoom Add<TRoom>(TRoom room)
        where TRoom : class
    {
        _rooms.Add(room);
        return room;
    }

    /// <summary>Adds an overlay below those that are there already.</summary>
    public void AddOverlay(IOverlay overlay)
    {
        _overlays.Add(Add(overlay));
        overlay.Changed += (_, _) => ShowOverlays();
    }

    /// <inheritdoc/>
    public TRoom Room<TRoom>()
        where TRoom : class =>
        Front as TRoom ?? Screen as TRoom ?? _rooms.OfType<TRoom>().FirstOrDefault()
        ?? throw new InvalidOperationException($"No room is a {typeof(TRoom).Name}.");

    /// <summary>All rooms of a type.</summary>
    public IEnumerable<TRoom> All<TRoom>() => _rooms.OfType<TRoom>();

    /// <summary>Whether a screen is open.</summary>
    public bool IsOpen(IScreen screen) => _screens.Contains(screen);

    /// <summary>Puts a screen in front.</summary>
    public void Push(IScreen screen)
    {
        if (_screens.Count == 0 || Screen != screen)
        {
            _screens.Remove(screen);
            _screens.Add(screen);
        }
        Arrange(State);
    }

    /// <summary>Closes the screen in front, unless it is the only one.</summary>
    public void Pop()
    {
        if (_screens.Count > 1)
            _screens.RemoveAt(_screens.Count - 1);
        Arrange(State);
    }

    /// <summary>Closes all screens but the first.</summary>
    public void PopToFirst()
    {
        _screens.RemoveRange(1, _screens.Count - 1);
        Arrange(State);
    }

    /// <summary>Takes the size of the terminal.</summary>
    public void Resize(int width, int height) => Arrange(State with { Width = width, Height = height });

    /// <summary>Whether a key is a command here, also while a text is typed.</summary>
    public bool Wants(KeyPress key) => _keys.Wants(key, Front.Scope);

    /// <summary>Takes a key; runs the command that it completes.</summary>
    public Task PressAsync(KeyPress key, CancellationToken cancellationToken)
    {
        var reading = _keys.Read(key, Front.Scope);
        State = State with { KeysBegun = _keys.Begun };
        if (reading.Command is { } command)
            return ExecuteAsync(command, cancellationToken);
        return reading.Digit >= 0 && Front is ITakesDigits place
            ? BeginAsync(token => place.TakeDigitAsync(reading.Digit, token), cancellationToken)
            : Task.CompletedTask;
    }

    /// <summary>Runs a command; a failure becomes the notice.</summary>
    public Task ExecuteAsync(ReaderCommand command, CancellationToken cancellationToken) =>
        BeginAsync(token => command.Handler(this, token), cancellationToken);

    /// <summary>Runs a piece of work that begins with an empty notice; a failure becomes the notice.</summary>
    public Task BeginAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        ClearNotice();
        Executing?.Invoke();
        return TryAsync(work, cancellationToken);
    }

    /// <summary>Runs a piece of work; a failure becomes the notice.</summary>
    public async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (NewsException ex)
        {
            Warn(ex.Message);
        }
#pragma warning disable CA1031 // A failed command is never the end of the reader, whatever failed.
        catch (Exception ex) when (ex is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Warn(ex);
        }
    }

    /// <summary>Shows a sentence, with its <c>{key:name}</c> filled in, in the status row.</summary>
    public void Tell(string notice) => State = State with { Notice = Keys.Fill(notice), IsWarning = false };

    /// <summary>Shows the sentence of an outcome in the status row; where it has none, the row stays as it is.</summary>
    public void Tell(Outcome outcome)
    {
        if (outcome.Words.Length > 0)
            State = State with { Notice = Keys.Fill(outcome.Words), IsWarning = outcome.IsWarning };
    }

    /// <summary>Shows a failure in the status row.</summary>
    public void Warn(string notice) => State = State with { Notice = notice, IsWarning = true };

    /// <summary>Shows a defect in the status row.</summary>
    public void Warn(Exception defect) => Warn(Defects.Sentence(defect));

    /// <summary>Takes the notice out of the status row.</summary>
    public void ClearNotice() => State = State with { Notice = null, IsWarning = false };

    /// <summary>Asks a question.</summary>
    public void Ask(Confirmation question, Func<CancellationToken, Task> yesAsync) =>
        Question.Show(new ReaderQuestion($"{question.Text} {Keys.Of(OverlayCommands.Yes)} {Keys.Of(OverlayCommands.No)}", yesAsync)
        {
            Details = question.Details,
        });

    /// <summary>Shows a menu. Where not all items have room, it has those around the selected one.</summary>
    public void ShowMenu(string title, IReadOnlyList<ReaderMenuItem> items, int selected = 0)
    {
        var first = Math.Clamp(selected - (MenuRoom / 2), 0, Math.Max(0, items.Count - MenuRoom));
        Menu.Show(new ReaderMenu(title, [.. items.Skip(first).Take(MenuRoom)], selected - first));
    }

    /// <summary>Tells of a change and shows it in all rooms.</summary>
    public async Task ApplyAsync(Outcome outcome, CancellationToken cancellationToken)
    {
        Tell(outcome);
        foreach (var room in All<IShowsStories>())
            await room.ApplyAsync(outcome, cancellationToken);
    }

    /// <summary>Shows in all rooms what a refresh or another program wrote.</summary>
    public async Task NoticeAsync(CancellationToken cancellationToken)
    {
        foreach (var room in All<IShowsStories>())
            await room.NoticeAsync(cancellationToken);
    }

    /// <summary>Shows the progress of a refresh; null for none.</summary>
    /// <param name="words">The words.</param>
    /// <param name="percent">0 to 100; null where it is not known.</param>
    public void ShowProgress(string? words, int? percent) => State = State with { Progress = words, Percent = percent };

    /// <summary>Notes whether the sample edition is shown.</summary>
    public void ShowSample(bool isSample) => State = State with { IsSample = isSample };

    /// <summary>The program is to end.</summary>
    public void Leave() => State = State with { HasLeft = true };

    /// <summary>Takes a click.</summary>
    public Task ClickAsync(int column, int row, bool isDouble, CancellationToken cancellationToken)
    {
        if (State.IsTooSmall || (Front != Screen && Front != Menu))
            return Task.CompletedTask;
        return TryAsync(token =>
        {
            if (Menu.IsOpen)
                return Menu.ClickAsync(row, State.Layout.BodyHeight, token);
            if (row == 0)
                return Screen.ClickTitle(column, token) ?? ExecuteAsync(MovingCommands.Leave, token);
            return row > State.Layout.BodyHeight ? Task.CompletedTask : Screen.ClickAsync(column, row - 1, isDouble, token);
        }, cancellationToken);
    }

    /// <summary>Takes a turn of the wheel: 1 for down, -1 for up.</summary>
    public Task WheelAsync(int column, int step, CancellationToken cancellationToken)
    {
        if (Front == Menu)
            return ExecuteAsync(step > 0 ? MovingCommands.MoveDown : MovingCommands.MoveUp, cancellationToken);
        return Front == Screen
            ? TryAsync(token => Screen.WheelAsync(column, step * WheelRows, token), cancellationToken)
            : Task.CompletedTask;
    }

    /// <summary>The title row.</summary>
    public TextLine TitleRow()
    {
        if (!State.IsTooSmall)
            return Screen.TitleRow(State.Width);
        var notice = $"TermNews needs {ReaderLayout.LeastWidth}x{ReaderLayout.LeastHeight} cells.";
        return new TextLine([new TextRun(TextWidth.Fit(notice, State.Width))]);
    }

    /// <summary>
    /// The status row: prompt or question, else notice or progress, else hints. The text of a prompt follows its label; a view that has a
    /// text field draws it in its place.
    /// </summary>
    public TextLine StatusRow()
    {
        if (State.Question is { } question)
            return new TextLine([new TextRun(TextWidth.Fit(question.Text, State.Width), TextStyle.Bold)]);
        if (State.Prompt is { } prompt)
            return new TextLine([new TextRun(prompt.Label, TextStyle.Bold), new TextRun(prompt.Text)]);
        var end = new TextRun(TextWidth.Fit(State.KeysBegun.Length > 0 ? State.KeysBegun : Screen.StatusEnd(State), State.Width));
        var room = Math.Max(0, State.Width - TextWidth.Of(end.Text) - 2);
        if (State.Notice is { } notice)
            return Bars.Spread([new TextRun(notice, State.IsWarning ? TextStyle.Warning : TextStyle.Plain)],
                TextWidth.Of(notice) > room ? new TextRun("") : end, State.Width);
        if (Front == Screen && Screen.Warning is { } warning)
            return new TextLine([new TextRun(TextWidth.Fit(warning, State.Width), TextStyle.Warning)]);
        return Bars.Spread([new TextRun(Bars.Join(Keys.Hints(Front.Scope), room), TextStyle.Dim)], end, State.Width);
    }

    /// <summary>Shows the overlays in the state; an opened or closed comment box changes the areas.</summary>
    private void ShowOverlays()
    {
        var isWriting = _overlays.Exists(overlay => overlay is { Scope: KeyScope.Comment, IsOpen: true });
        var isArranged = isWriting == State.IsWriting;
        var state = State with { Question = Question.Content, Prompt = Prompt.Content, Menu = Menu.Content, IsWriting = isWriting };
        if (isArranged)
            State = state;
        else
            Arrange(state);
    }

    /// <summary>Shows a state and gives every open screen its area in it.</summary>
    private void Arrange(ReaderState state)
    {
        var layout = Screen.LayoutOf(state.Width, state.Height, state.IsWriting);
        IReadOnlyList<KeyScope> scopes = [.. _screens.Select(screen => screen.Scope)];
        State = state with { Layout = layout, Screens = scopes.SequenceEqual(state.Screens) ? state.Screens : scopes };
        foreach (var screen in _screens)
            screen.Arrange(layout, state.Width, isInFront: screen == Screen);
    }
}
