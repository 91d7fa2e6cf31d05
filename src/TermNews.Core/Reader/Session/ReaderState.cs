using TermNews.Core.Text;

namespace TermNews.Core.Reader.Session;

/// <summary>A full screen.</summary>
public enum ReaderScreen
{
    /// <summary>The lists of stories.</summary>
    FrontPage,

    /// <summary>A story.</summary>
    Article,

    /// <summary>The feeds.</summary>
    Feeds,

    /// <summary>The help.</summary>
    Help,
}

/// <summary>What a prompt asks for.</summary>
public enum PromptKind
{
    /// <summary>A filter of the list, at work while it is typed.</summary>
    Filter,

    /// <summary>A search of all stories.</summary>
    Search,

    /// <summary>A search in the text of the article, at work while it is typed.</summary>
    SearchText,

    /// <summary>A program that takes the article.</summary>
    PipeTo,

    /// <summary>A file that the article is written into.</summary>
    WriteTo,

    /// <summary>The address of a feed or site.</summary>
    AddFeed,

    /// <summary>A word to be muted.</summary>
    MuteWord,

    /// <summary>A feed's title.</summary>
    RenameFeed,

    /// <summary>A feed's folders.</summary>
    TagFeed,
}

/// <summary>One line to be typed in the status row.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Label">What stands before it.</param>
/// <param name="Text">What is typed.</param>
public sealed record ReaderPrompt(PromptKind Kind, string Label, string Text);

/// <summary>A question to be answered with yes or no, in the status row.</summary>
/// <param name="Text">The question.</param>
/// <param name="YesAsync">What a yes does.</param>
public sealed record ReaderQuestion(string Text, Func<CancellationToken, Task> YesAsync)
{
    /// <summary>Lines to be shown above the question.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}

/// <summary>A line of a menu.</summary>
/// <param name="Text">Its words.</param>
/// <param name="RunAsync">What it does; null where it only tells.</param>
public sealed record ReaderMenuItem(string Text, Func<CancellationToken, Task>? RunAsync = null)
{
    /// <summary>How its words look.</summary>
    public TextStyle Style { get; init; }

    /// <summary>Takes what it names out of what the menu lists; null where nothing can be taken out.</summary>
    public Func<CancellationToken, Task>? TakeOutAsync { get; init; }
}

/// <summary>A small menu, or a note, over the page.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Items">Its lines.</param>
/// <param name="Selected">The selected line, or -1 where there is nothing to choose.</param>
public sealed record ReaderMenu(string Title, IReadOnlyList<ReaderMenuItem> Items, int Selected)
{
    /// <summary>A key and what it does, at the right of the heading; empty for none.</summary>
    public string Hint { get; init; } = "";

    /// <summary>What the key that opened it does when it is pressed again; null for nothing.</summary>
    public Func<CancellationToken, Task>? AgainAsync { get; init; }
}

/// <summary>What the whole reader shows.</summary>
public sealed record ReaderState
{
    /// <summary>The screens, the one in front last.</summary>
    public IReadOnlyList<ReaderScreen> Screens { get; init; } = [ReaderScreen.FrontPage];

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Rows of the terminal.</summary>
    public int Height { get; init; } = 24;

    /// <summary>The prompt that is open, or null.</summary>
    public ReaderPrompt? Prompt { get; init; }

    /// <summary>The question that waits for an answer, or null.</summary>
    public ReaderQuestion? Question { get; init; }

    /// <summary>The menu or note that is open, or null.</summary>
    public ReaderMenu? Menu { get; init; }

    /// <summary>What happened last, for the status row; null for nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>The notice tells of something that went wrong.</summary>
    public bool IsWarning { get; init; }

    /// <summary>How far a refresh is; null while there is none.</summary>
    public string? Progress { get; init; }

    /// <summary>The same in percent, 0 to 100; null while there is no refresh, or nothing is known of it yet.</summary>
    public int? Percent { get; init; }

    /// <summary>The sample edition is shown.</summary>
    public bool IsSample { get; init; }

    /// <summary>The first keys of an unfinished sequence, or empty.</summary>
    public string KeysBegun { get; init; } = string.Empty;

    /// <summary>The comment box is open.</summary>
    public bool IsWriting { get; init; }

    /// <summary>The reader has left; the program ends.</summary>
    public bool HasLeft { get; init; }

    /// <summary>The screen in front.</summary>
    public ReaderScreen Screen => Screens[^1];

    /// <summary>List and article stand side by side.</summary>
    public bool IsWide => Width >= ReaderLayout.WideWidth;

    /// <summary>There is room for a notice of one line only.</summary>
    public bool IsTooSmall => Width < ReaderLayout.LeastWidth || Height < ReaderLayout.LeastHeight;

    /// <summary>How the screen is shared out.</summary>
    public ReaderLayout Layout => ReaderLayout.Of(Width, Height, Screen, IsWriting);
}
