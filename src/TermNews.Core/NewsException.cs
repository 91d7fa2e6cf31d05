namespace TermNews.Core;

/// <summary>What a <see cref="NewsException"/> is about; commands turn it into their exit status.</summary>
public enum NewsFault
{
    /// <summary>A bad value, or a story, feed or comment that does not exist.</summary>
    WrongUse,

    /// <summary>The database, the configuration or a file cannot be read or written.</summary>
    Unreadable,

    /// <summary>The text of one story is damaged; everything else can be read.</summary>
    DamagedText,

    /// <summary>Nothing could be fetched.</summary>
    Network,
}

/// <summary>
/// An error with a sentence for the reader as its <see cref="Exception.Message"/>: what happened, to what, and what to do.
/// It is caught where it is shown; everything else is a defect and goes through to the one handler.
/// </summary>
/// <param name="fault">What the error is about.</param>
/// <param name="sentence">The sentence, ending in a full stop.</param>
/// <param name="inner">The cause, or null.</param>
public sealed class NewsException(NewsFault fault, string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    /// <summary>What the error is about.</summary>
    public NewsFault Fault { get; } = fault;
}
