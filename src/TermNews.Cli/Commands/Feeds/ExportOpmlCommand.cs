using TermNews.Core.Feeds.Bringing;

namespace TermNews.Cli.Commands.Feeds;

/// <summary><c>termnews export-opml</c>: writes the subscriptions as OPML 2.0.</summary>
internal sealed class ExportOpmlCommand(FeedToolsFor toolsFor, TimeProvider clock)
    : NewsCommand("export-opml", "Write the subscriptions as OPML 2.0.\nExample: termnews export-opml --output subscriptions.opml")
{
    private readonly Option<string?> _output = new("--output")
    {
        Description = "The file to write, at once and whole; standard output otherwise.",
        HelpName = "FILE",
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_output];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var tools = await toolsFor(args, cancellationToken);
        var feeds = await tools.Feeds.ListAsync(cancellationToken);
        using var document = new MemoryStream();
        Opml.Write(document, "TermNews subscriptions", feeds, clock.GetUtcNow());
        document.WriteByte((byte)'\n');
        if (args.GetValue(_output) is { } path)
            await ReplaceAsync(path, document.ToArray(), cancellationToken);
        else
            args.InvocationConfiguration.Output.Write(Encoding.UTF8.GetString(document.ToArray()));
        return ExitCodes.Success;
    }

    /// <summary>Writes a temporary file and renames it, so that the file is never incomplete.</summary>
    private static async Task ReplaceAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var beside = $"{path}.{Environment.ProcessId}.new";
        try
        {
            await File.WriteAllBytesAsync(beside, content, cancellationToken);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new NewsException(NewsFault.Unreadable, $"The file {path} cannot be written; nothing was changed.", ex);
        }
        finally
        {
            if (File.Exists(beside))
                File.Delete(beside);
        }
    }
}
