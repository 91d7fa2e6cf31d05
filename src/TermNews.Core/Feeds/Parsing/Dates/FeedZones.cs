namespace TermNews.Core.Feeds.Parsing.Dates;

/// <summary>Reads time zones as feeds write them: <c>Z</c>, <c>+0100</c>, <c>GMT-01:01</c>, <c>PST</c>, <c>Etc/GMT</c>.</summary>
internal static partial class FeedZones
{
    /// <summary>Offsets from UTC in hours, each with the names of the zones that have it.</summary>
    private static readonly string[] Offsets =
    [
        "-12 M", "-10 HST", "-9 AKST", "-8 PST AKDT PT", "-7 MST PDT MT", "-6 CST MDT CT", "-5 EST CDT ET", "-4 AST EDT AT",
        "-3.5 NST", "-3 ADT BRT ART", "-2.5 NDT", "-1 A", "0 UT UTC GMT Z WET Etc/GMT Etc/UTC", "1 BST WEST CET MET MEZ N",
        "2 CEST MEST MESZ EET SAST", "3 EEST MSK", "4 MSD", "5 PKT", "5.5 IST", "7 ICT WIB", "8 HKT SGT AWST PHT", "9 JST KST",
        "9.5 ACST", "10 AEST", "11 AEDT", "12 NZST Y", "13 NZDT",
    ];

    private static readonly Dictionary<string, double> Hours = HoursByName();

    [GeneratedRegex("""^(?:GMT|UTC|UT)?\s*(?<sign>[+\-−])\s*(?<h>\d{1,2}):?(?<m>\d{2})?$""", RegexOptions.IgnoreCase)]
    private static partial Regex Numeric { get; }

    [GeneratedRegex("""\s*\([^)]*\)?$""")]
    private static partial Regex Remark { get; }

    /// <summary>Parses a zone. Empty text is UTC; false if the text is no zone.</summary>
    public static bool TryParse(string text, out TimeSpan offset) => TryParse(text, null, out offset);

    /// <summary>A place (<c>America/Los_Angeles</c>) has a zone whose offset depends on the local time.</summary>
    public static bool TryParse(string text, DateTime? localTime, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        var zone = Remark.Replace(text.Trim(), "");
        if (zone.Length == 0)
            return true;
        if (Hours.TryGetValue(zone, out var hours))
        {
            offset = TimeSpan.FromHours(hours);
            return true;
        }
        if (Numeric.Match(zone) is { Success: true } match)
            return TryNumeric(match, out offset);
        if (!zone.Contains('/', StringComparison.Ordinal) || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var place))
            return false;
        offset = localTime is { } at ? place.GetUtcOffset(DateTime.SpecifyKind(at, DateTimeKind.Unspecified)) : place.BaseUtcOffset;
        return true;
    }

    private static bool TryNumeric(Match match, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (!FeedDates.TryNumber(match.Groups["h"].ValueSpan, out var hours))
            return false;
        _ = FeedDates.TryNumber(match.Groups["m"].ValueSpan, out var minutes);
        // No zone is that far from UTC: the day is right and the zone is an error.
        if (hours > 15 || minutes > 59)
            return true;
        offset = new TimeSpan(hours, minutes, 0);
        if (match.Groups["sign"].ValueSpan is not "+")
            offset = -offset;
        return true;
    }

    private static Dictionary<string, double> HoursByName()
    {
        Dictionary<string, double> hours = new(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Offsets)
        {
            var words = row.Split(' ');
            foreach (var name in words[1..])
                hours.Add(name, double.Parse(words[0], CultureInfo.InvariantCulture));
        }
        return hours;
    }
}
