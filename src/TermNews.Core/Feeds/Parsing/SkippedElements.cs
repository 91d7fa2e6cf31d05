using TermNews.Core.Feeds.Parsing.Dates;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>Collects the times at which an RSS feed wants no visits: the elements inside <c>skipHours</c> and <c>skipDays</c>.</summary>
internal sealed class SkippedElements
{
    private const int HoursOfADay = 24;

    private static readonly string[] DayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private int _hours;
    private int _days;

    /// <summary>Applies an element if it is one of these; hour 24 counts as 0.</summary>
    /// <param name="element">The element that has just closed.</param>
    /// <param name="owner">Its parent.</param>
    public void Apply(FeedElement element, FeedElement owner)
    {
        if (owner.Local == "skiphours" && FeedDates.TryNumber(element.Text.AsSpan().Trim(), out var hour) && hour <= HoursOfADay)
            _hours |= 1 << (hour % HoursOfADay);
        else if (owner.Local == "skipdays")
            _days |= Day(element.Text.AsSpan().Trim());
    }

    /// <summary>The collected times.</summary>
    public SkippedTimes ToTimes() => new(_hours, _days);

    private static int Day(ReadOnlySpan<char> name)
    {
        for (var day = 0; day < DayNames.Length; day++)
        {
            if (name.Equals(DayNames[day], StringComparison.OrdinalIgnoreCase))
                return 1 << day;
        }
        return 0;
    }
}
