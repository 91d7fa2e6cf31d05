namespace TermNews.Core.Feeds.Parsing.Dates;

/// <summary>Dates with the month as a word (RFC 822, asctime and freer forms), or with numbers between dots or slashes.</summary>
internal static partial class WordedDates
{
    [GeneratedRegex(
        """(?<![\d:])(?<h>\d{1,2}):(?<mi>\d{2})(?::(?<s>\d{1,2})(?:[.,]\d+)?)?\s*(?<half>[ap]\.?m\.?(?![a-z]))?""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Clock { get; }

    [GeneratedRegex("""(?<![\d:])(?<a>\d{1,2})(?<sep>[./])(?<b>\d{1,2})\k<sep>(?<y>\d{4}|\d{2})(?![\d:])""")]
    private static partial Regex Numeric { get; }

    [GeneratedRegex(
        """\s*(?:(?:GMT|UTC|UT)?\s*[+\-−]\s*\w{1,2}:?\w{0,2}(?=\s|$|\()|[A-Za-z]+/[A-Za-z_+\-/0-9]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex NumericZone { get; }

    public static DateTimeOffset? Parse(string text)
    {
        var clock = Clock.Match(text);
        var rest = clock.Success ? text.Remove(clock.Index, clock.Length).Insert(clock.Index, " \u0001 ") : text;
        var zone = "";
        if (clock.Success && NumericZone.Match(rest, clock.Index + 1) is { Success: true } found && !LooksLikeDay(found.Value))
        {
            zone = found.Value.Trim();
            rest = rest.Remove(found.Index, found.Length).Insert(found.Index, " ");
        }
        var numeric = Numeric.Match(rest);
        var day = numeric.Success ? FromNumbers(numeric) : FromWords(rest, ref zone);
        if (numeric.Success && zone.Length == 0)
            zone = Words(rest).FirstOrDefault(word =>
                word.Length is > 1 and <= 5 && char.IsAsciiLetter(word[0]) && FeedZones.TryParse(word, out _)) ?? "";
        return day is { } parts && TryClock(clock, ref parts) && TryZone(zone, parts, out var offset)
            ? FeedDates.Make(parts with { Offset = offset }) : null;
    }

    private static bool LooksLikeDay(string zone) => zone.Length > 7 && !zone.Contains('/', StringComparison.Ordinal)
        && !zone.Contains(':', StringComparison.Ordinal) && char.IsAsciiLetter(zone[^1]);

    private static DateParts? FromNumbers(Match match)
    {
        _ = FeedDates.TryNumber(match.Groups["a"].ValueSpan, out var first);
        _ = FeedDates.TryNumber(match.Groups["b"].ValueSpan, out var second);
        _ = FeedDates.TryNumber(match.Groups["y"].ValueSpan, out var year);
        // Slashes mean the American order, month first, if possible; dots mean day first.
        var isMonthFirst = second > 12 || (first <= 12 && match.Groups["sep"].ValueSpan is "/");
        var (month, day) = isMonthFirst ? (first, second) : (second, first);
        return new(FeedDates.FullYear(year, match.Groups["y"].Length), month, day);
    }

    private static DateParts? FromWords(string text, ref string zone)
    {
        int month = 0, day = 0, year = 0, yearDigits = 0;
        foreach (var word in Words(text))
        {
            if (char.IsAsciiDigit(word[0]))
            {
                var digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : word.Length;
                if (digits > 4 || !FeedDates.TryNumber(word.AsSpan(0, digits), out var number))
                    return null;
                if (day == 0 && digits <= 2)
                    day = number is 0 ? -1 : number;
                else if (year == 0 && yearDigits == 0)
                    (year, yearDigits) = (number, digits);
            }
            else if (MonthNames.Find(word) is > 0 and var found)
            {
                month = found;
            }
            else if (zone.Length == 0 && word.Length <= 5 && month > 0 && FeedZones.TryParse(word, out _))
            {
                zone = word;
            }
        }
        return month == 0 || yearDigits is 0 or 1 ? null : new(FeedDates.FullYear(year, yearDigits), month, day == 0 ? 1 : day);
    }

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text)
        {
            var isPart = char.IsLetterOrDigit(c) || c == '\''
                || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
            if (isPart && word.Length > 0 && char.IsAsciiDigit(word[0]) != char.IsAsciiDigit(c))
                isPart = false;
            if (!isPart && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
            if (isPart || char.IsLetterOrDigit(c))
                word.Append(c);
        }
        if (word.Length > 0)
            yield return word.ToString();
    }

    private static bool TryClock(Match clock, ref DateParts parts)
    {
        if (!clock.Success)
            return true;
        _ = FeedDates.TryNumber(clock.Groups["h"].ValueSpan, out var hour);
        _ = FeedDates.TryNumber(clock.Groups["mi"].ValueSpan, out var minute);
        _ = FeedDates.TryNumber(clock.Groups["s"].ValueSpan, out var second);
        if (clock.Groups["half"] is { Success: true } half && hour <= 12)
            hour = (hour % 12) + (half.ValueSpan[0] is 'p' or 'P' ? 12 : 0);
        parts = parts with { Hour = hour, Minute = minute, Second = second };
        return true;
    }

    private static bool TryZone(string zone, DateParts parts, out TimeSpan offset)
    {
        var local = FeedDates.Make(parts)?.DateTime;
        return FeedZones.TryParse(zone, local, out offset);
    }
}
