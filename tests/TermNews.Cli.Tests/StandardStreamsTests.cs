using TermNews.Core;

namespace TermNews.Cli.Tests;

public sealed class StandardStreamsTests
{
    [Fact]
    public void A_full_disk_is_told_and_not_taken_for_a_closed_pipe()
    {
        var output = StandardStreams.Wrap(new FailingStream(new IOException("full", 28)), flushes: true);

        var error = Assert.Throws<NewsException>(() => output.Write("a story"));

        Assert.Equal(NewsFault.Unreadable, error.Fault);
    }

    [Fact]
    public void A_closed_pipe_is_told_apart()
    {
        var output = StandardStreams.Wrap(new FailingStream(new IOException("closed", 32)), flushes: true);

        Assert.Throws<BrokenPipeException>(() => output.Write("a story"));
    }

    private sealed class FailingStream(IOException failure) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw failure;
    }
}
