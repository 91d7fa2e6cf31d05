using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace TermNews.Core.Feeds.Parsing.Dates;

/// <summary>Reads time zones as feeds write them: <c>Z</c>, <c>+0100</c>, <c>GMT-01:01</c>, <c>PST</c>, <c>Etc/GMT</c>.</summary>
internal static partial class FeedZones
{
    private static readonly FrozenDictionary<string, double> Hours = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["Z"] = 0,
        ["WET"] = 0,
        ["Etc/GMT"] = 0,
        ["Etc/UTC"] = 0,
        ["BST"] = 1,
        ["IST"] = 5.5,
        ["WEST"] = 1,
        ["CET"] = 1,
        ["MET"] = 1,
        ["MEZ"] = 1,
        ["CEST"] = 2,
        ["MEST"] = 2,
        ["MESZ"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
        ["MSD"] = 4,
        ["AST"] = -4,
        ["ADT"] = -3,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["AKST"] = -9,
        ["AKDT"] = -8,
        ["HST"] = -10,
        ["NST"] = -3.5,
        ["NDT"] = -2.5,
        ["AT"] = -4,
        ["ET"] = -5,
        ["CT"] = -6,
        ["MT"] = -7,
        ["PT"] = -8,
        ["JST"] = 9,
        ["KST"] = 9,
        ["HKT"] = 8,
        ["SGT"] = 8,
        ["AWST"] = 8,
        ["ACST"] = 9.5,
        ["AEST"] = 10,
        ["AEDT"] = 11,
        ["NZST"] = 12,
        ["NZDT"] = 13,
        ["SAST"] = 2,
        ["BRT"] = -3,
        ["ART"] = -3,
        ["PKT"] = 5,
        ["ICT"] = 7,
        ["WIB"] = 7,
        ["PHT"] = 8,
        ["A"] = -1,
        ["M"] = -12,
        ["N"] = 1,
        ["Y"] = 12,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

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
}
