using TermNews.Core.Feeds.Parsing;

namespace TermNews.Cli.Commands.Documents;

/// <summary><c>termnews parse</c>: parses feed documents and prints the result; opens no database.</summary>
internal sealed class ParseCommand() : NewsCommand("parse",
    "Parse feed documents and print what was understood, e.g. termnews parse feed.xml --url https://example.org/feed.xml")
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Feed documents; - is standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _url = new("--url")
    {
        Description = "Where the document came from; relative addresses are relative to it.",
    };

    private readonly Option<string?> _contentType = new("--content-type") { Description = "The Content-Type it was served with." };
    private readonly Option<bool> _raw = new("--raw")
    {
        Description = "Bodies as they were sent, not made safe and their links not made absolute.",
    };

    private readonly Option<string> _format = DocumentOutput.FormatOption();

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_files, _url, _contentType, _raw, _format];

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        byte[] buffer = [];
        return DocumentOutput.PrintAsync(args, args.GetValue(_format), args.GetValue(_files) ?? [], file =>
        {
            var document = DocumentInput.Read(file, ref buffer);
            var feed = args.GetValue(_raw)
                ? FeedParser.ParseRaw(document, args.GetValue(_url), args.GetValue(_contentType))
                : FeedParser.Parse(document, args.GetValue(_url), args.GetValue(_contentType));
            return json => ParsedFeedJson.Write(json, file, feed);
        });
    }
}
