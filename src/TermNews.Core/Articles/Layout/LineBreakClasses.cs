namespace TermNews.Core.Articles.Layout;

/// <summary>
/// The line breaking classes of UAX #14, from the Unicode property Line_Break: AI, SG and unassigned are AL, marks of SA are CM. Hangul is
/// AL, because Korean lines break between words. Code points that the table does not have are AL.
/// </summary>
internal static class LineBreakClasses
{
    private const string Table = "line-break-classes.txt";

    private static readonly Lazy<LineBreakClasses.Ranges> Known = new(Ranges.Load);

    /// <summary>The class of a code point.</summary>
    public static LineBreakClass Of(int codePoint) => Known.Value.Find(codePoint);

    /// <summary>Classes of the Basic Multilingual Plane by code point, and ranges above it.</summary>
    private sealed class Ranges
    {
        private readonly byte[] _basic = new byte[0x10000];
        private readonly List<(int First, int Last, LineBreakClass Class)> _above = [];

        public static Ranges Load()
        {
            var ranges = new Ranges();
            using var stream = typeof(LineBreakClasses).Assembly.GetManifestResourceStream(Table)
                ?? throw new InvalidOperationException($"{Table} is not built in.");
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
                ranges.AddLine(line.Split(' '));
            ranges._above.Sort();
            return ranges;
        }

        public LineBreakClass Find(int codePoint)
        {
            if (codePoint < _basic.Length)
                return (LineBreakClass)_basic[codePoint];
            var (low, high) = (0, _above.Count - 1);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                if (codePoint < _above[middle].First)
                    high = middle - 1;
                else if (codePoint > _above[middle].Last)
                    low = middle + 1;
                else
                    return _above[middle].Class;
            }
            return LineBreakClass.AL;
        }

        private void AddLine(string[] words)
        {
            var ofLine = Enum.Parse<LineBreakClass>(words[0]);
            foreach (var word in words.Skip(1))
            {
                var dash = word.IndexOf('-', StringComparison.Ordinal);
                var first = Hexadecimal(dash < 0 ? word : word[..dash]);
                var last = dash < 0 ? first : Hexadecimal(word[(dash + 1)..]);
                if (first < _basic.Length)
                    _basic.AsSpan(first, last - first + 1).Fill((byte)ofLine);
                else
                    _above.Add((first, last, ofLine));
            }
        }

        private static int Hexadecimal(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
