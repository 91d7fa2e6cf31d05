using System.Globalization;
using TermNews.Core.Feeds.Refreshing;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Feeds;

/// <summary>The rules of when feeds are visited; what holds for all feeds is tried on many, made by a seeded generator.</summary>
public sealed class RefreshScheduleTests
{
    private const int Feeds = 300;

    private readonly Random _random = new(4711);

    [Theory]
    [InlineData(-30, false)]
    [InlineData(-1, false)]
    [InlineData(3 * 60, true)]
    [InlineData(10 * 365 * 24 * 60, true)]
    public void A_clock_that_was_set_back_keeps_no_feed_waiting(int minutesAhead, bool isDue)
    {
        var visited = A.Noon.AddMinutes(minutesAhead);
        var planned = new Feed { Id = 1, Title = "T", FeedUrl = "https://e", FetchedAt = visited, NextFetchAt = visited.AddMinutes(40) };
        var paused = planned with { PausedUntil = visited.AddDays(1) };

        Assert.Equal(isDue, RefreshSchedule.IsDue(planned, A.Noon));
        Assert.Equal(isDue, RefreshSchedule.IsDue(paused, A.Noon));
        var next = planned with { FetchedAt = A.Noon, NextFetchAt = RefreshSchedule.AfterSuccess(A.Noon, null, planned.Pace) };
        Assert.False(RefreshSchedule.IsDue(next, A.Noon.AddMinutes(5)));
    }

    [Fact]
    public void After_a_month_asleep_each_feed_is_visited_once()
    {
        var feed = new Feed { Id = 1, Title = "T", FeedUrl = "https://e", FetchedAt = A.Noon, NextFetchAt = A.Noon.AddMinutes(30) };
        var awake = A.Noon.AddDays(31);

        Assert.True(RefreshSchedule.IsDue(feed, awake));
        var visited = feed with { FetchedAt = awake, NextFetchAt = RefreshSchedule.AfterSuccess(awake, null, feed.Pace) };
        Assert.False(RefreshSchedule.IsDue(visited, awake));
        Assert.InRange(visited.NextFetchAt!.Value - awake, RefreshSchedule.Shortest, RefreshSchedule.Longest);
    }

    [Theory]
    [InlineData(null, null, null, 30)]
    [InlineData(null, 60, null, 60)]
    [InlineData(null, 1, null, 15)]
    [InlineData(null, null, 120, 120)]
    [InlineData(null, null, 0, 15)]
    [InlineData(null, 60, 120, 120)]
    [InlineData(null, 90, 45, 90)]
    [InlineData(null, 100_000, 45, 1440)]
    [InlineData(20, null, null, 20)]
    [InlineData(20, 1, 0, 20)]
    [InlineData(20, 25, 22, 25)]
    [InlineData(300, 25, 600, 600)]
    [InlineData(300, 25, 100_000, 1440)]
    public void The_next_visit_goes_by_the_rhythm_and_wishes_lengthen_it(int? rhythm, int? fresh, int? ttl, int minutes) =>
        Assert.Equal(A.Noon.AddMinutes(minutes), Next(Span(rhythm), Span(fresh), Span(ttl)));

    [Fact]
    public void No_wish_ever_shortens_a_rhythm_and_no_visit_leaves_the_limits()
    {
        for (var i = 0; i < Feeds; i++)
        {
            var rhythm = RefreshSchedule.RhythmOf(Times(_random.Next(1, 40), _random.Next(1, 10_000)), A.Noon);
            var next = Next(rhythm, MaybeSpan(), MaybeSpan());

            Assert.InRange(next - A.Noon, RefreshSchedule.Shortest, RefreshSchedule.Longest);
            Assert.True(next - A.Noon >= rhythm);
        }
    }

    [Theory]
    [InlineData(1, 15)]
    [InlineData(60, 15)]
    [InlineData(120, 30)]
    [InlineData(8 * 60, 120)]
    [InlineData(24 * 60, 360)]
    [InlineData(7 * 24 * 60, 1440)]
    public void A_feed_with_a_story_every_so_often_is_visited_four_times_as_often(int every, int minutes)
    {
        var times = Enumerable.Range(1, 40).Select(n => A.Noon.AddMinutes(-every * n));

        Assert.Equal(TimeSpan.FromMinutes(minutes), RefreshSchedule.RhythmOf(times, A.Noon));
    }

    [Fact]
    public void A_rhythm_does_not_go_by_the_order_of_stories_nor_by_what_is_dated_ahead()
    {
        for (var i = 0; i < Feeds; i++)
        {
            var times = Times(_random.Next(1, 40), _random.Next(1, 5000));
            var shuffled = times.ToArray();
            _random.Shuffle(shuffled);

            var rhythm = RefreshSchedule.RhythmOf(times, A.Noon);
            Assert.Equal(rhythm, RefreshSchedule.RhythmOf([A.Noon.AddYears(1), .. shuffled, A.Noon.AddHours(1)], A.Noon));
        }
    }

    [Fact]
    public void The_longer_a_feed_is_silent_the_less_it_is_visited()
    {
        for (var i = 0; i < Feeds; i++)
        {
            var times = Times(_random.Next(3, 40), _random.Next(1, 600));
            var waits = Enumerable.Range(0, 60).Select(days => RefreshSchedule.RhythmOf(times, A.Noon.AddDays(days))!.Value).ToList();

            Assert.Equal(waits.Order(), waits);
            Assert.Equal(RefreshSchedule.Longest, RefreshSchedule.RhythmOf(times, A.Noon.AddDays(100)));
        }
    }

    [Fact]
    public void One_story_of_years_ago_makes_no_feed_slow()
    {
        DateTimeOffset[] times = [A.Noon.AddYears(-9), .. Enumerable.Range(1, 3).Select(n => A.Noon.AddHours(-2 * n))];

        Assert.Equal(TimeSpan.FromMinutes(30), RefreshSchedule.RhythmOf(times, A.Noon));
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(4, 30)]
    [InlineData(100, 375)]
    public void Stories_of_one_and_the_same_time_make_no_visits_more_frequent_than_usual(int hoursAgo, int minutes)
    {
        var times = Enumerable.Repeat(A.Noon.AddHours(-hoursAgo), 5);

        Assert.Equal(TimeSpan.FromMinutes(minutes), RefreshSchedule.RhythmOf(times, A.Noon));
    }

    [Fact]
    public void Stories_without_dates_tell_no_rhythm()
    {
        Assert.Null(RefreshSchedule.RhythmOf([], A.Noon));
        Assert.Null(RefreshSchedule.RhythmOf([A.Noon.AddSeconds(1)], A.Noon));
        Assert.Null(RefreshSchedule.RhythmAfter(null, TimeSpan.FromDays(9)));
    }

    [Fact]
    public void Unchanged_answers_lengthen_the_rhythm_as_the_same_stories_would()
    {
        var times = Enumerable.Range(1, 20).Select(n => A.Noon.AddHours(-3 * n)).ToList();
        var rhythm = RefreshSchedule.RhythmOf(times, A.Noon);
        for (var hours = 1; hours < 500; hours++)
        {
            rhythm = RefreshSchedule.RhythmAfter(rhythm, TimeSpan.FromHours(1));
            var again = RefreshSchedule.RhythmOf(times, A.Noon.AddHours(hours))!.Value;
            Assert.Equal(again.TotalSeconds, rhythm!.Value.TotalSeconds, 1.0);
        }
        Assert.Equal(rhythm, RefreshSchedule.RhythmAfter(rhythm, TimeSpan.FromHours(-5)));
    }

    [Theory]
    [InlineData(0, 0, "2026-03-14T12:30Z")]
    [InlineData(1 << 11, 0, "2026-03-14T12:30Z")]
    [InlineData(1 << 12, 0, "2026-03-14T13:00Z")]
    [InlineData(7 << 12, 0, "2026-03-14T15:00Z")]
    [InlineData(0, 1 << 6, "2026-03-15T00:00Z")]
    [InlineData(1, 1 | (1 << 6), "2026-03-16T01:00Z")]
    [InlineData(0xFFFFFF, 0, "2026-03-14T12:30Z")]
    [InlineData(0, 0x7F, "2026-03-14T12:30Z")]
    [InlineData(0xFFFFFF & ~(1 << 11), 0x7F & ~(1 << 5), "2026-03-20T11:00Z")]
    public void A_visit_waits_for_the_first_hour_that_is_not_skipped(int hours, int days, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture),
            RefreshSchedule.AfterSuccess(A.Noon, null, new FeedPace { Skipped = new SkippedTimes(hours, days) }));

    [Fact]
    public void A_visit_that_waits_comes_at_no_skipped_time_and_passes_no_free_hour()
    {
        for (var i = 0; i < Feeds; i++)
        {
            var skipped = new SkippedTimes(_random.Next(1 << 24), _random.Next(1 << 7));
            var at = A.Noon.AddMinutes(_random.Next(100_000)).ToOffset(TimeSpan.FromHours(_random.Next(-12, 13)));
            var next = RefreshSchedule.Allowed(at, skipped);

            Assert.InRange(next, at, at.AddDays(7));
            for (var passed = at; passed < next; passed = passed.AddMinutes(30))
                Assert.True(skipped.Has(passed));
            if (next != at)
                Assert.False(skipped.Has(next));
        }
    }

    [Fact]
    public void A_failing_feed_is_asked_half_as_often_each_time_but_once_a_day()
    {
        var waits = Enumerable.Range(1, 20).Select(n => RefreshSchedule.AfterFailure(A.Noon, n, null, chance: 0.5) - A.Noon).ToList();

        Assert.Equal([15, 30, 60, 120], waits.Take(4).Select(wait => wait.TotalMinutes));
        Assert.Equal(TimeSpan.FromDays(1), waits[^1]);
    }

    [Fact]
    public void Waits_after_failures_vary_by_a_fifth_and_never_pass_a_day()
    {
        for (var failures = 1; failures <= 7; failures++)
        {
            var middle = RefreshSchedule.AfterFailure(A.Noon, failures, null, 0.5) - A.Noon;
            for (var i = 0; i < Feeds; i++)
            {
                var chance = _random.NextDouble();
                var (wait, next) = (WaitAfter(failures, chance), WaitAfter(failures + 1, chance));

                Assert.InRange(wait / middle, 0.8, 1.2);
                Assert.Equal(Math.Min(2 * wait.TotalMinutes, 1440), next.TotalMinutes, 0.001);
                Assert.InRange(WaitAfter(_random.Next(8, 1_000_000), chance), wait, RefreshSchedule.Longest);
            }
        }
        Assert.Equal((12, 18), (WaitAfter(1, 0).TotalMinutes, WaitAfter(1, 1).TotalMinutes));
    }

    [Fact]
    public void A_host_that_names_a_later_time_is_asked_then() =>
        Assert.Equal(A.Noon.AddHours(5), RefreshSchedule.AfterFailure(A.Noon, 1, A.Noon.AddHours(5), chance: 1));

    private static TimeSpan WaitAfter(int failures, double chance) => RefreshSchedule.AfterFailure(A.Noon, failures, null, chance) - A.Noon;

    private static DateTimeOffset Next(TimeSpan? rhythm, TimeSpan? fresh, TimeSpan? ttl) =>
        RefreshSchedule.AfterSuccess(A.Noon, fresh, new FeedPace { Rhythm = rhythm, TimeToLive = ttl });

    private static TimeSpan? Span(int? minutes) => minutes is { } some ? TimeSpan.FromMinutes(some) : null;

    private TimeSpan? MaybeSpan() => _random.Next(3) == 0 ? null : TimeSpan.FromMinutes(_random.Next(100_000));

    /// <summary>Times of stories, the newest first, at most so many minutes between one and the next.</summary>
    private List<DateTimeOffset> Times(int count, int mostBetween)
    {
        var at = A.Noon;
        return [.. Enumerable.Range(0, count).Select(_ => at = at.AddMinutes(-_random.Next(1, mostBetween + 1)))];
    }
}
