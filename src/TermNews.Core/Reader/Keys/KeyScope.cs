namespace TermNews.Core.Reader.Keys;

/// <summary>The places in which a key has its meaning.</summary>
[Flags]
public enum KeyScope
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>The front page.</summary>
    List = 1,

    /// <summary>An article.</summary>
    Article = 2,

    /// <summary>The feeds.</summary>
    Feeds = 4,

    /// <summary>The help screen.</summary>
    Help = 8,

    /// <summary>The comment box; all other keys go to its text.</summary>
    Comment = 16,

    /// <summary>A prompt of one line; all other keys go to its text.</summary>
    Prompt = 32,

    /// <summary>A question to be answered with yes or no.</summary>
    Question = 64,

    /// <summary>A small menu or note over the page.</summary>
    Menu = 128,

    /// <summary>Front page and article.</summary>
    Stories = List | Article,

    /// <summary>Every full screen.</summary>
    Screens = List | Article | Feeds | Help,

    /// <summary>Everywhere.</summary>
    All = Screens | Comment | Prompt | Question | Menu,
}
