namespace TermNews.Core.Reader.Keys;

/// <summary>A screen or an overlay: a place that keys can go to.</summary>
internal interface IPlace
{
    /// <summary>The scope of its keys.</summary>
    KeyScope Scope { get; }

    /// <summary>Closes an overlay, or ends what is selected or searched for; never leaves the program.</summary>
    Task CancelAsync(CancellationToken cancellationToken);
}

/// <summary>A place with rows to move in: a full screen or a menu.</summary>
internal interface IPage : IPlace
{
    /// <summary>Moves the selection, or scrolls.</summary>
    Task MoveAsync(Motion motion, CancellationToken cancellationToken);

    /// <summary>Goes one step back; by default as Cancel does.</summary>
    /// <param name="mayLeave">The step back from the front page leaves the program.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task BackAsync(bool mayLeave, CancellationToken cancellationToken) => CancelAsync(cancellationToken);
}

/// <summary>A place whose selected row can be opened.</summary>
internal interface IOpens
{
    /// <summary>Opens the selected row.</summary>
    Task OpenAsync(CancellationToken cancellationToken);
}

/// <summary>A place in which digits choose.</summary>
internal interface ITakesDigits
{
    /// <summary>Takes a digit, 0 to 9.</summary>
    Task TakeDigitAsync(int digit, CancellationToken cancellationToken);
}
