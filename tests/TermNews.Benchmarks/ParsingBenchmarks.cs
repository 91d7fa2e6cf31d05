using BenchmarkDotNet.Attributes;
using TermNews.Core.Feeds.Parsing;

namespace TermNews.Benchmarks;

/// <summary>A feed document becomes stories that are ready for the database: decoding, XML, dates, safe HTML.</summary>
[MemoryDiagnoser]
public class ParsingBenchmarks
{
    private byte[] _document = [];

    [GlobalSetup]
    public void Read()
    {
        using var stream = typeof(FeedParser).Assembly.GetManifestResourceStream("data/edition/technology.xml")
            ?? throw new InvalidOperationException("The sample edition is not in the assembly.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        _document = bytes.ToArray();
    }

    [Benchmark]
    public int ParseSampleFeed() => FeedParser.Parse(_document, null, null).Entries.Sum(entry => entry.ToIncomingStory().Lead?.Length ?? 0);
}
