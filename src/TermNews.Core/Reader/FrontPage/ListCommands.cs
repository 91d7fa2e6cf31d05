namespace TermNews.Core.Reader.FrontPage;

/// <summary>The commands that show lists: a row for each list of the catalog that has keys.</summary>
public static class ListCommands
{
    /// <summary>The rows, in the order of the catalog.</summary>
    public static IReadOnlyList<ReaderCommand> All { get; } =
    [
        .. ListCatalog.All.Where(static list => list.Keys.Count > 0).Select(static list => ReaderCommand.On<FrontPageScreen>(
            list.Word, KeyScope.List, list.Keys, list.KeyWords, (page, token) => page.ShowListAsync(list, token))),
    ];
}
