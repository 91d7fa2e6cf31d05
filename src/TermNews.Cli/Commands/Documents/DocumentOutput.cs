using System.Buffers;
using System.Text.Json;

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
    public static DocumentOutput Open(TextWriter output)
    {
        output.Flush();
        return output is StreamWriter { BaseStream: var stream } ? new(null, stream) : new(output, null);
    }

    /// <summary>The <c>--format</c> option of commands that print documents.</summary>
    public static Option<string> FormatOption(params string[] formats)
    {
        var option = new Option<string>("--format") { Description = "How to print.", DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    /// <summary>Writes a document.</summary>
    public void Write(bool isIndented, Action<Utf8JsonWriter> write)
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

    /// <summary>Writes the object for a document that could not be parsed.</summary>
    public void WriteError(bool isIndented, string file, string sentence) =>
        Write(isIndented, json => JsonText.WriteError(json, file, sentence));
}
