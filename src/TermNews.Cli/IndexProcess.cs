using System.ComponentModel;
using System.Diagnostics;

namespace TermNews.Cli;

/// <summary>A second process of this program that updates the search index after the first one has ended.</summary>
internal static class IndexProcess
{
    /// <summary>Starts it; false if that is impossible.</summary>
    /// <param name="databasePath">The database's file.</param>
    public static bool TryStart(string databasePath)
    {
        if (Environment.ProcessPath is not { } program || Path.GetFileNameWithoutExtension(program) != "termnews")
            return false;
        // It has its own streams: a reader of this process's output must not wait for the index.
        var start = new ProcessStartInfo(program, ["--db", Path.GetFullPath(databasePath), "db", "index"])
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start);
            return process is not null;
        }
        catch (Exception ex) when (ex is Win32Exception or IOException or InvalidOperationException)
        {
            return false;
        }
    }
}
