using TermNews.Core.Feeds.Bringing;
using TermNews.Core.Feeds.Fetching;

namespace TermNews.Cli.Commands.Feeds;

/// <summary><c>termnews import</c>: subscribes to the feeds of a file.</summary>
internal sealed class ImportCommand(FeedToolsFor toolsFor, Func<Stream> openInput)
    : NewsCommand("import", "Subscribe to the feeds that a file lists.\nExample: termnews import subscriptions.opml")
{
    /// <summary>Bytes: a bound for memory, far above any list of feeds.</summary>
    private const int LargestFile = 64 * 1024 * 1024;

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "OPML, a newsboat urls file, or one address a line; - reads standard input.",
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_file];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var path = args.GetValue(_file)!;
        var list = SubscriptionList.Read(await ReadAsync(path, cancellationToken), NewsboatFiles.IsOwn(path));
        var tools = await toolsFor(args, cancellationToken);
        var added = await tools.Feeds.AddAsync(list.Subscriptions, cancellationToken);
        foreach (var skipped in list.Skipped)
            args.InvocationConfiguration.Error.Write($"{ShownAddress.Of(skipped.Text)}: {skipped.Reason}\n");
        foreach (var program in added.Where(feed => ProgramAddress.IsProgram(feed.FeedUrl)))
            args.InvocationConfiguration.Error.Write($"{program.FeedUrl} is a program, which is run where [network] allow_exec is true.\n");
        if (!tools.IsQuiet)
        {
            var known = list.Subscriptions.Count - added.Count;
            args.InvocationConfiguration.Output.Write($"{added.Count} new, {known} known, {list.Skipped.Count} skipped.\n");
        }
        return list.Skipped.Count > 0 ? ExitCodes.Partial : ExitCodes.Success;
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = path == "-" ? openInput() : File.OpenRead(path);
            using var content = new MemoryStream();
            var buffer = new byte[64 * 1024];
            int count;
            while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (content.Length + count > LargestFile)
                    throw new NewsException(NewsFault.Unreadable, $"{path} is larger than 64 MiB; that is no list of feeds.");
                content.Write(buffer, 0, count);
            }
            return content.ToArray();
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            var reason = File.Exists(path) ? "cannot be read" : "does not exist";
            throw new NewsException(NewsFault.Unreadable, $"The file {path} {reason}.", ex);
        }
    }
}
