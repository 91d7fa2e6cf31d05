using System.CommandLine;
using System.IO.Pipes;
using System.Text.Json;
using TermNews.Cli.Commands.Documents;

namespace TermNews.Cli.Tests;

public sealed class ParseCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("termnews-parse-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Status, string Output) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var root = new RootCommand { new ParseCommand(), new OpmlCommand() };
        var status = root.Parse(args).Invoke(new() { Output = output, Error = error });
        return (status, output.ToString());
    }

    [Fact]
    public async Task A_pipe_that_is_named_like_a_file_is_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes have names below /proc on Linux only.");
        var source = new AnonymousPipeServerStream(PipeDirection.Out);
        using var reading = source.ClientSafePipeHandle;
        await source.WriteAsync(
            "<rss><channel><item><title>Piped</title></item></channel></rss>"u8.ToArray(), TestContext.Current.CancellationToken);
        await source.DisposeAsync();

        var (status, output) = Run("parse", $"/proc/self/fd/{reading.DangerousGetHandle()}", "--format", "ndjson");

        Assert.Equal(0, status);
        Assert.Contains("\"title\":\"Piped\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_file_is_a_line_and_one_that_is_no_feed_does_not_stop_the_others()
    {
        var good = Write(
            "good.xml", "<rss><channel><title>Grüße</title><item><title>A &amp; B</title><enclosure url='https://a.example/x' "
            + "length='x'/></item></channel></rss>");
        var bad = Write("bad.xml", "nothing");
        var (status, output) = Run("parse", bad, good, Path.Combine(_folder, "missing.xml"), "--format", "ndjson");
        var lines = output.TrimEnd('\n').Split('\n');
        using var feed = JsonDocument.Parse(lines[1]);
        var entry = feed.RootElement.GetProperty("entries")[0];

        Assert.Equal((1, 3), (status, lines.Length));
        Assert.StartsWith($$"""{"file":"{{bad}}","error":"This is no feed""", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"title\":\"Grüße\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"title\":\"A & B\"", lines[1], StringComparison.Ordinal);
        Assert.Equal(good, feed.RootElement.GetProperty("file").GetString());
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("link").ValueKind);
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("enclosures")[0].GetProperty("length").ValueKind);
        Assert.Contains("there is no such file", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Opml_lists_feeds_with_their_folders()
    {
        var file = Write(
            "feeds.opml", "<opml><body><outline text='News'><outline text='A' xmlUrl='https://a.example/rss'/></outline></body></opml>");
        var (status, output) = Run("opml", file, "--format", "ndjson");

        Assert.Equal(0, status);
        Assert.Equal($$"""{"file":"{{file}}","feeds":[{"url":"https://a.example/rss","title":"A","tags":["News"]}]}""" + "\n", output);
    }
}
