using Microsoft.Win32.SafeHandles;
using TermNews.Tui.Terminal;

namespace TermNews.Cli;

/// <summary>The reader of standard output has closed it.</summary>
internal sealed class BrokenPipeException(IOException inner) : Exception("Standard output is closed.", inner);

/// <summary>The standard streams. Output and error are UTF-8 without a byte order mark, with LF and large buffers.</summary>
internal static class StandardStreams
{
    /// <summary>Buffer in characters: up to 96 KiB of UTF-8 per write, so that long lists take few system calls.</summary>
    private const int BufferSize = 32 * 1024;

    // errno values, which .NET puts into HResult on Unix: ENOSPC, EDQUOT (Linux), EIO.
    private const int NoSpace = 28;
    private const int OverQuota = 122;
    private const int Damaged = 5;

    /// <summary>Finds out which of the streams the program was started with; to be called before anything else.</summary>
    public static void Secure() => StandardDescriptors.Secure();

    /// <summary>Standard output. Where the program was started without, the first bytes written to it are a fault.</summary>
    public static StreamWriter Open() => Wrap(
        StandardDescriptors.IsMissing(1) ? null : Open(1, Console.IsOutputRedirected, Console.OpenStandardOutput), flushes: false);

    /// <summary>Standard error. What cannot be written there is dropped: it must not change what is done, nor the exit status.</summary>
    public static StreamWriter OpenError() => new(
        new UnheardStream(StandardDescriptors.IsMissing(2) ? Stream.Null : Open(2, Console.IsErrorRedirected, Console.OpenStandardError)),
        new UTF8Encoding(false), BufferSize)
    { NewLine = "\n", AutoFlush = true };

    /// <summary>Standard input; empty where the program was started without.</summary>
    public static Stream OpenInput() => StandardDescriptors.IsMissing(0) ? Stream.Null : new InputStream(Console.OpenStandardInput());

    /// <summary>Opens a descriptor directly: on a terminal, the console's stream would switch the keypad mode and never back.</summary>
    private static Stream Open(int descriptor, bool isRedirected, Func<Stream> open) => isRedirected || OperatingSystem.IsWindows()
        ? open()
        : new FileStream(new SafeFileHandle(descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);

    /// <summary>Wraps a stream, or null for one that is closed; flushed when it is disposed of or full.</summary>
    public static StreamWriter Wrap(Stream? stream, bool flushes) =>
        new(new PipeStream(stream), new UTF8Encoding(false), BufferSize) { NewLine = "\n", AutoFlush = flushes };

    /// <summary>A stream that passes on what it has to.</summary>
    private abstract class OneWayStream : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>Distinguishes a closed pipe from other write errors.</summary>
    private sealed class PipeStream(Stream? inner) : OneWayStream
    {
        public override bool CanWrite => true;

        public override void Flush() => Guard(() => inner?.Flush());

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (inner is null && count > 0)
                throw new NewsException(NewsFault.Unreadable, "Nothing could be printed: standard output is closed.");
            Guard(() => inner?.Write(buffer, offset, count));
        }

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
            catch (UnauthorizedAccessException ex)
            {
                throw new NewsException(NewsFault.Unreadable, "Nothing could be printed: standard output is not open for writing.", ex);
            }
            catch (IOException ex)
            {
                throw new BrokenPipeException(ex);
            }
        }
    }

    /// <summary>Drops what cannot be written.</summary>
    private sealed class UnheardStream(Stream inner) : OneWayStream
    {
        public override bool CanWrite => true;

        public override void Flush() => Try(inner.Flush);

        public override void Write(byte[] buffer, int offset, int count) => Try(() => inner.Write(buffer, offset, count));

        private static void Try(Action write)
        {
            try
            {
                write();
            }
            catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
            {
                // There is nobody to tell.
            }
        }
    }

    /// <summary>Says what is wrong with an input that cannot be read: a directory, or a descriptor for writing only.</summary>
    private sealed class InputStream(Stream inner) : OneWayStream
    {
        public override bool CanRead => true;

        public override int Read(byte[] buffer, int offset, int count)
        {
            try
            {
                return inner.Read(buffer, offset, count);
            }
            catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
            {
                throw new NewsException(
                    NewsFault.Unreadable, "Standard input cannot be read: it is a directory, or not open for reading.", ex);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
