namespace TermNews.Core.Feeds.Parsing.Dates;

/// <summary>Dates in ISO 8601, W3CDTF and RFC 3339, with the deviations of feeds.</summary>
internal static partial class IsoDates
{
    private const string Time =
        """(?:\s*[T\s,]\s*(?:(?<pm>오전|오후)\s*)?(?<h>\d{1,2})(?::?(?<mi>\d{2})(?::?(?<s>\d{2})(?:[.,](?<f>\d+))?)?)?\s*(?<z>.*))?$""";

    [GeneratedRegex("""^(?<y>\d{4})[-/.]0?(?<m>\d{1,2})[-/.]0*(?<d>\d{1,2})""" + Time)]
    private static partial Regex Dashed { get; }

    [GeneratedRegex("""^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})""" + Time)]
    private static partial Regex Compact { get; }

    [GeneratedRegex("""^(?<y>\d{4})-?(?<n>\d{3})""" + Time)]
    private static partial Regex Ordinal { get; }

    [GeneratedRegex("""^(?<y>\d{4})(?:-(?<m>\d{2}))?$""")]
    private static partial Regex Month { get; }

    [GeneratedRegex("""^(?<y>\d{4})년\s*(?<m>\d{1,2})월\s*(?<d>\d{1,2})일""" + Time)]
    private static partial Regex Korean { get; }

    [GeneratedRegex(
        """^(?<y>\d{2})-(?<m>\d{2})-(?<d>\d{2})$|^(?<y>\d{2})(?<m>\d{2})(?<d>\d{2})$|"""
        + """^-(?<y>\d{2})-?(?<m>\d{2})$|^(?<y>\d{2})-?(?<n>\d{3})$""")]
    private static partial Regex ShortYear { get; }

    public static DateTimeOffset? Parse(string text)
    {
        if (!char.IsAsciiDigit(text[0]) && text[0] != '-')
            return null;
        foreach (var pattern in (ReadOnlySpan<Regex>)[Dashed, Compact, Ordinal, Month, Korean, ShortYear])
        {
            if (pattern.Match(text) is { Success: true } match)
                return FromMatch(match);
        }
        return null;
    }

    private static DateTimeOffset? FromMatch(Match match)
    {
        var year = FeedDates.FullYear(Number(match, "y", 0), match.Groups["y"].Length);
        var hour = Number(match, "h", 0);
        var half = match.Groups["pm"].Value;
        if (half.Length > 0)
            hour = (hour % 12) + (half == "오후" ? 12 : 0);
        var zone = match.Groups["z"].Value;
        if (!FeedZones.TryParse(zone, out var offset))
            return null;
        // A Korean time of day without a zone is in Korean time.
        if (zone.Length == 0 && (half.Length > 0 || match.Value.Contains('년', StringComparison.Ordinal)))
            offset = TimeSpan.FromHours(9);
        var (month, day) = match.Groups["n"].Success ? FromDayOfYear(year, Number(match, "n", 1))
            : (Number(match, "m", 1), Number(match, "d", 1));
        return FeedDates.Make(
            new(year, month, day, hour, Number(match, "mi", 0), Number(match, "s", 0), Fraction(match.Groups["f"].ValueSpan))
            { Offset = offset });
    }

    private static (int Month, int Day) FromDayOfYear(int year, int number)
    {
        if (year < 1 || number < 1 || number > (DateTime.IsLeapYear(year) ? 366 : 365))
            return (0, 0);
        var day = new DateOnly(year, 1, 1).AddDays(number - 1);
        return (day.Month, day.Day);
    }

    private static int Number(Match match, string group, int otherwise) =>
        FeedDates.TryNumber(match.Groups[group].ValueSpan, out var number) ? number : otherwise;

    private static long Fraction(ReadOnlySpan<char> digits)
    {
        const int perSecond = 7;
        if (digits.IsEmpty)
            return 0;
        var kept = digits[..Math.Min(digits.Length, perSecond)].ToString().PadRight(perSecond, '0');
        return long.Parse(kept, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
