namespace TermNews.Core.Reader.Overlays;

/// <summary>A line of a menu.</summary>
/// <param name="Text">Its words.</param>
/// <param name="RunAsync">Runs when it is chosen; null for a line that only informs.</param>
public sealed record ReaderMenuItem(string Text, Func<CancellationToken, Task>? RunAsync = null)
{
    /// <summary>The look of its words.</summary>
    public TextStyle Style { get; init; }

    /// <summary>Takes what it names out of what the menu lists; null where nothing can be taken out.</summary>
    public Func<CancellationToken, Task>? TakeOutAsync { get; init; }
}

/// <summary>A small menu, or a note, over the page.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Items">Its lines.</param>
/// <param name="Selected">The selected line, counted from 0, or -1 in a note, where nothing is chosen.</param>
public sealed record ReaderMenu(string Title, IReadOnlyList<ReaderMenuItem> Items, int Selected)
{
    /// <summary>A key and its effect, at the right of the heading; empty for none.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Runs when the key that opened it is pressed again; null for nothing.</summary>
    public Func<CancellationToken, Task>? AgainAsync { get; init; }

    /// <summary>The selected item, or null.</summary>
    internal ReaderMenuItem? Current => Selected >= 0 && Selected < Items.Count ? Items[Selected] : null;
}

/// <summary>The menu over the page.</summary>
internal sealed class MenuOverlay() : Overlay<ReaderMenu>(KeyScope.Menu), IPage, IOpens, ITakesDigits
{
    /// <inheritdoc/>
    public Task MoveAsync(Motion motion, CancellationToken cancellationToken)
    {
        if (Content is { Selected: >= 0, Items.Count: var count } menu)
        {
            var rows = motion.Rows(page: count, half: count / 2);
            Show(menu with { Selected = Math.Clamp(menu.Selected + rows, 0, count - 1) });
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancellationToken) => ChooseAsync(Content?.Current, cancellationToken);

    /// <inheritdoc/>
    public Task TakeDigitAsync(int digit, CancellationToken cancellationToken) =>
        Content is { Selected: >= 0 } menu && digit >= 1 && digit <= menu.Items.Count
            ? ChooseAsync(menu.Items[digit - 1], cancellationToken)
            : Task.CompletedTask;

    /// <summary>Takes the selected item out of what the menu lists.</summary>
    public Task TakeOutAsync(CancellationToken cancellationToken)
    {
        if (Content?.Current?.TakeOutAsync is not { } takeOutAsync)
            return Task.CompletedTask;
        Close();
        return takeOutAsync(cancellationToken);
    }

    /// <summary>Does what the menu has for the key that opened it.</summary>
    public Task AgainAsync(CancellationToken cancellationToken) => Content?.AgainAsync?.Invoke(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Takes a click: a line is chosen, a click beside the lines closes the menu.</summary>
    /// <param name="row">The row on the screen, counted from 0.</param>
    /// <param name="bodyHeight">Rows between title row and status row.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ClickAsync(int row, int bodyHeight, CancellationToken cancellationToken)
    {
        var menu = Content!;
        var rows = Math.Min(menu.Items.Count + 1, bodyHeight);
        var item = row - (1 + bodyHeight - rows) - 1;
        return ChooseAsync(menu.Selected >= 0 && item >= 0 && item < menu.Items.Count ? menu.Items[item] : null, cancellationToken);
    }

    private Task ChooseAsync(ReaderMenuItem? item, CancellationToken cancellationToken)
    {
        Close();
        return item?.RunAsync?.Invoke(cancellationToken) ?? Task.CompletedTask;
    }
}
