using System.Buffers;

namespace TermNews.Cli.Commands.Documents;

/// <summary>Writes one JSON object a document in UTF-8, flushed after each.</summary>
internal sealed class DocumentOutput
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly TextWriter? _writer;
    private readonly Stream? _stream;
    private readonly ArrayBufferWriter<byte> _document = new(64 * 1024);

    private DocumentOutput(TextWriter? writer, Stream? stream) => (_writer, _stream) = (writer, stream);

    /// <summary>Opens the output; if the writer has a stream, bytes are written to it directly.</summary>
    private static DocumentOutput Open(TextWriter output)
    {
        output.Flush();
        return output is StreamWriter { BaseStream: var stream } ? new(null, stream) : new(output, null);
    }

    /// <summary>The option for indented JSON, or one line a document.</summary>
    public static Option<string> FormatOption() =>
        new Option<string>("--format") { Description = "How to print.", DefaultValueFactory = _ => "json" }.Only("json", "ndjson", "jsonl");

    /// <summary>Reads files and writes each as a document, or why it was not read. Returns the exit code.</summary>
    public static Task<int> PrintAsync(ParseResult args, string? format, string[] files, Func<string, Action<Utf8JsonWriter>> read)
    {
        var isIndented = format == "json";
        var output = Open(args.InvocationConfiguration.Output);
        var status = ExitCodes.Success;
        foreach (var file in files)
        {
            try
            {
                output.Write(isIndented, read(file));
            }
            catch (NewsException ex)
            {
                output.Write(isIndented, json => JsonText.WriteError(json, file, ex.Message));
                args.InvocationConfiguration.Error.WriteLine($"{file}: {ex.Message}");
                status = ExitCodes.Partial;
            }
        }
        return Task.FromResult(status);
    }

    /// <summary>Writes a document.</summary>
    private void Write(bool isIndented, Action<Utf8JsonWriter> write)
    {
        var options = JsonText.Options with { Indented = isIndented, NewLine = "\n" };
        _document.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_document, options))
            write(json);
        _document.Write("\n"u8);
        if (_stream is not null)
        {
            _stream.Write(_document.WrittenSpan);
            _stream.Flush();
            return;
        }
        _writer!.Write(Utf8.GetString(_document.WrittenSpan));
        _writer.Flush();
    }
}
