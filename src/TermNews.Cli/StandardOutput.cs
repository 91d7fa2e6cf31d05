using Microsoft.Win32.SafeHandles;

namespace TermNews.Cli;

/// <summary>The reader of standard output has closed it.</summary>
internal sealed class BrokenPipeException(IOException inner) : Exception("Standard output is closed.", inner);

/// <summary>Standard output and error as UTF-8 without a byte order mark, with LF and large buffers.</summary>
internal static class StandardOutput
{
    /// <summary>Buffer in characters: up to 96 KiB of UTF-8 per write, so that long lists take few system calls.</summary>
    private const int BufferSize = 32 * 1024;

    // errno values, which .NET puts into HResult on Unix: ENOSPC, EDQUOT (Linux), EIO.
    private const int NoSpace = 28;
    private const int OverQuota = 122;
    private const int Damaged = 5;

    /// <summary>Standard output.</summary>
    public static StreamWriter Open() => Wrap(Open(1, Console.IsOutputRedirected, Console.OpenStandardOutput), flushes: false);

    /// <summary>Standard error.</summary>
    public static StreamWriter OpenError() => Wrap(Open(2, Console.IsErrorRedirected, Console.OpenStandardError), flushes: true);

    /// <summary>Opens a descriptor directly: on a terminal, the console's stream would switch the keypad mode and never back.</summary>
    private static Stream Open(int descriptor, bool isRedirected, Func<Stream> open) => isRedirected || OperatingSystem.IsWindows()
        ? open()
        : new FileStream(new SafeFileHandle(descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);

    /// <summary>Wraps a stream; flushed when it is disposed of or full.</summary>
    public static StreamWriter Wrap(Stream stream, bool flushes) =>
        new(new PipeStream(stream), new UTF8Encoding(false), BufferSize) { NewLine = "\n", AutoFlush = flushes };

    /// <summary>Distinguishes a closed pipe from other write errors.</summary>
    private sealed class PipeStream(Stream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => Guard(inner.Flush);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Guard(() => inner.Write(buffer, offset, count));

        private static void Guard(Action write)
        {
            try
            {
                write();
            }
            catch (IOException ex) when (ex.HResult is NoSpace or OverQuota or Damaged)
            {
                throw new NewsException(NewsFault.Unreadable,
                    "What was asked for could not be written whole: the disk is full or failing. Make room and try again.", ex);
            }
            catch (IOException ex)
            {
                throw new BrokenPipeException(ex);
            }
        }
    }
}
