using QRCoder;

namespace TermNews.Core.Reader.Overlays;

/// <summary>A link as a QR code (ISO/IEC 18004) for a camera, two modules to a cell, one above the other.</summary>
internal static class LinkCode
{
    private const int Quiet = 2;   // Modules of paper around the code: cameras are content with half of what the standard asks for.
    private const int LongestLink = 1000;

    /// <summary>The rows, in full and half blocks, to be drawn black on white; null where the link is too long for a screen.</summary>
    public static IReadOnlyList<string>? Rows(string link)
    {
        if (Encoding.UTF8.GetByteCount(link) > LongestLink)
            return null;
        using var code = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.L);
        var modules = code.ModuleMatrix;
        var own = MarginOf(modules);   // The generator's own margin is taken off.
        var size = modules.Count - 2 * own;
        List<string> rows = [];
        for (var y = -Quiet; y < size + Quiet; y += 2)
        {
            var row = new StringBuilder();
            for (var x = -Quiet; x < size + Quiet; x++)
            {
                row.Append((IsDark(x, y), IsDark(x, y + 1)) switch
                {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    _ => ' ',
                });
            }
            rows.Add(row.ToString());
        }
        return rows;

        bool IsDark(int x, int y) => x >= 0 && y >= 0 && x < size && y < size && modules[y + own][x + own];
    }

    private static int MarginOf(List<System.Collections.BitArray> modules)
    {
        var margin = 0;
        while (margin < modules.Count && !modules[margin].HasAnySet())
            margin++;
        return margin;
    }
}
