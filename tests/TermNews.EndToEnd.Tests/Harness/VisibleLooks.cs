using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TermNews.EndToEnd.Tests.Harness;

/// <summary>A captured screen with its looks written out where they begin, blanks without those that a blank does not show.</summary>
internal static partial class VisibleLooks
{
    private static readonly string[] SeenOnBlanks = ["4", "7", "9"];

    /// <summary>Makes two captures equal that look the same.</summary>
    public static string In(string captured)
    {
        SortedSet<string> look = [];
        var (text, written) = (new StringBuilder(), "");
        foreach (Match part in Parts.Matches(captured))
        {
            if (part.Groups[1].Success)
            {
                Change(look, part.Groups[1].Value);
                continue;
            }
            var isBlank = part.Value is " ";
            var seen = string.Join(
                ',', look.Where(code => !isBlank || SeenOnBlanks.Contains(code) || code.StartsWith('b') || look.Contains("7")));
            if (part.Value == "\n")
                written = "";   // Each row tells its looks for itself.
            else if (seen != written)
                text.Append(CultureInfo.InvariantCulture, $"<{written = seen}>");
            text.Append(part.Value);
        }
        return Trailing.Replace(text.ToString(), "");
    }

    private static void Change(SortedSet<string> look, string codes)
    {
        var numbers = codes.Split(';');
        for (var at = 0; at < numbers.Length; at++)
        {
            var code = numbers[at];
            var extended = code is "38" or "48" && at + 2 < numbers.Length ? string.Join(':', numbers[at..(at + 3)]) : code;
            at += code == extended ? 0 : 2;
            if (code is "0" or "")
                look.Clear();
            else if (code[0] == '3' || code[0] == '9' && code.Length == 2)
                Replace(look, 'f', code == "39" ? null : extended);
            else if (code[0] == '4' && code.Length == 2 || code.StartsWith("10", StringComparison.Ordinal))
                Replace(look, 'b', code == "49" ? null : extended);
            else
                look.Add(code);
        }
    }

    private static void Replace(SortedSet<string> look, char ground, string? code)
    {
        look.RemoveWhere(each => each[0] == ground);
        if (code is not null)
            look.Add(ground + code);
    }

    [GeneratedRegex(@"\e\[([0-9;]*)m|[\s\S]")]
    private static partial Regex Parts { get; }

    [GeneratedRegex(@"(<>| )+$", RegexOptions.Multiline)]
    private static partial Regex Trailing { get; }
}
