namespace TermNews.Core.Reader;

/// <summary>Decides what a view shows and tells when it changed; knows no toolkit.</summary>
/// <typeparam name="TState">The one immutable state.</typeparam>
/// <param name="initial">The state to begin with.</param>
public abstract class ViewModel<TState>(TState initial)
    where TState : class
{
    /// <summary>Raised after <see cref="State"/> changed, on the thread that changed it.</summary>
    public event EventHandler? Changed;

    /// <summary>What the view shows; replaced as a whole.</summary>
    public TState State
    {
        get;
        protected set
        {
            if (Equals(field, value))
                return;
            field = value;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    } = initial;
}
