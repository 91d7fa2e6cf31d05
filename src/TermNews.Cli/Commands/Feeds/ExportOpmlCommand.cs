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

    private readonly Option<bool> _withPasswords = new("--with-passwords")
    {
        Description = "Write the passwords in addresses too; the file is readable by its owner only.",
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_output, _withPasswords];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var tools = await toolsFor(args, cancellationToken);
        var feeds = await tools.Feeds.ListAsync(cancellationToken);
        using var document = new MemoryStream();
        Opml.Write(document, "TermNews subscriptions", feeds, clock.GetUtcNow(), args.GetValue(_withPasswords));
        document.WriteByte((byte)'\n');
        var text = Encoding.UTF8.GetString(document.ToArray());
        if (args.GetValue(_output) is { } path)
            await AtomicFile.WriteAsync(path, writer => writer.WriteAsync(text), args.GetValue(_withPasswords));
        else
            args.InvocationConfiguration.Output.Write(text);
        return ExitCodes.Success;
    }
}
