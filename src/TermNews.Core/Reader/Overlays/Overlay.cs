namespace TermNews.Core.Reader.Overlays;

/// <summary>Something over a screen that takes the keys while it is open.</summary>
internal interface IOverlay : IPlace
{
    /// <summary>It is open.</summary>
    bool IsOpen { get; }

    /// <summary>Raised after it was opened, closed or changed.</summary>
    event EventHandler? Changed;
}

/// <summary>The content of an overlay, or null while it is closed.</summary>
internal sealed record Shown<T>(T? Content)
    where T : class;

/// <summary>An overlay with one content; nothing else writes its state.</summary>
internal abstract class Overlay<T>(KeyScope scope) : ViewModel<Shown<T>>(new(null)), IOverlay
    where T : class
{
    /// <inheritdoc/>
    public KeyScope Scope => scope;

    /// <summary>The content, or null while it is closed.</summary>
    public T? Content => State.Content;

    /// <inheritdoc/>
    public bool IsOpen => Content is not null;

    /// <summary>Opens it, in place of what it shows.</summary>
    public void Show(T content) => State = new Shown<T>(content);

    /// <summary>Closes it.</summary>
    public void Close() => State = new Shown<T>(null);

    /// <summary>Closes it and gives its content.</summary>
    protected T? Take()
    {
        var content = Content;
        Close();
        return content;
    }

    /// <inheritdoc/>
    public virtual Task CancelAsync(CancellationToken cancellationToken)
    {
        Close();
        return Task.CompletedTask;
    }
}
