using TermNews.Core.Feeds.Parsing;

namespace TermNews.Cli.Commands.Documents;

/// <summary><c>termnews parse</c>: parses feed documents and prints the result; opens no database.</summary>
internal sealed class ParseCommand : Command
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

    private readonly Option<string> _format = DocumentOutput.FormatOption("json", "ndjson", "jsonl");

    public ParseCommand()
        : base("parse",
            "Parse feed documents and print what was understood, e.g. termnews parse feed.xml --url https://example.org/feed.xml")
    {
        Arguments.Add(_files);
        Options.Add(_url);
        Options.Add(_contentType);
        Options.Add(_raw);
        Options.Add(_format);
        SetAction(Run);
    }

    private int Run(ParseResult args)
    {
        var isIndented = args.GetValue(_format) == "json";
        var output = DocumentOutput.Open(args.InvocationConfiguration.Output);
        var failed = 0;
        byte[] buffer = [];
        foreach (var file in args.GetValue(_files) ?? [])
        {
            try
            {
                var document = DocumentInput.Read(file, ref buffer);
                var feed = args.GetValue(_raw)
                    ? FeedParser.ParseRaw(document, args.GetValue(_url), args.GetValue(_contentType))
                    : FeedParser.Parse(document, args.GetValue(_url), args.GetValue(_contentType));
                output.Write(isIndented, json => ParsedFeedJson.Write(json, file, feed));
            }
            catch (NewsException ex)
            {
                failed++;
                output.WriteError(isIndented, file, ex.Message);
                args.InvocationConfiguration.Error.WriteLine($"{file}: {ex.Message}");
            }
        }
        return failed > 0 ? ExitCodes.Partial : ExitCodes.Success;
    }
}
