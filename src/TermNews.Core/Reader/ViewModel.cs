namespace TermNews.Core.Reader;

/// <summary>Holds the state of a view and raises an event when it changes; independent of the toolkit.</summary>
/// <typeparam name="TState">The one immutable state.</typeparam>
/// <param name="initial">The state to begin with.</param>
public abstract class ViewModel<TState>(TState initial)
    where TState : class
{
    /// <summary>Raised after <see cref="State"/> changed, on the thread that changed it.</summary>
    public event EventHandler? Changed;

    /// <summary>The state; replaced as a whole.</summary>
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
