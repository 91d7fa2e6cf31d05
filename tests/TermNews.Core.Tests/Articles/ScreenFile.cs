using System.Runtime.CompilerServices;

namespace TermNews.Core.Tests.Articles;

/// <summary>Compares text with a file in Screens; a missing file fails. With TERMNEWS_WRITE_SCREENS=1 it writes the file instead.</summary>
internal static class ScreenFile
{
    public static void Compare(string name, string shown, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Screens", name);
        if (Environment.GetEnvironmentVariable("TERMNEWS_WRITE_SCREENS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, shown);
        }
        Assert.True(File.Exists(path), $"{path} is missing.");
        Assert.Equal(File.ReadAllText(path), shown);
    }
}
