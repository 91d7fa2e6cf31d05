using System.Runtime.InteropServices;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Which of the descriptors 0, 1 and 2 the program was started with. A shell can start it without (<c>&lt;&amp;-</c>); the next file that
/// the process opens gets the free number then, and output would go into it.
/// </summary>
public static partial class StandardDescriptors
{
    private const int GetFlags = 1, CloseOnExec = 1;   // F_GETFD, FD_CLOEXEC.
    private const int ReadWrite = 2;                   // O_RDWR.
    private static readonly bool[] Missing = new bool[3];

    /// <summary>
    /// Finds out what is missing and fills the free numbers with <c>/dev/null</c>; to be called before anything else is opened. What the
    /// runtime has opened before <c>Main</c> is told from what was inherited by its flag: a descriptor to be closed on exec did not come
    /// through one (POSIX, exec).
    /// </summary>
    public static void Secure()
    {
        if (OperatingSystem.IsWindows())
            return;
        for (var descriptor = 0; descriptor < Missing.Length; descriptor++)
        {
            var flags = Control(descriptor, GetFlags);
            Missing[descriptor] = flags < 0 || (flags & CloseOnExec) != 0;
            if (flags < 0)
                _ = OpenFile("/dev/null", ReadWrite);   // It gets the lowest free number, which is this one.
        }
    }

    /// <summary>Whether the program was started without a descriptor.</summary>
    public static bool IsMissing(int descriptor) => Missing[descriptor];

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenFile(string path, int flags);
}
