using Microsoft.Extensions.Time.Testing;
using TermNews.Core.UseCases;

namespace TermNews.Core.Tests.Reader;

public sealed class PacedProgressTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly List<int> _shown = [];

    [Fact]
    public void Three_a_second_are_shown_at_most_and_the_newest_always()
    {
        using var progress = new PacedProgress<int>(_clock, null, _shown.Add);
        for (var value = 1; value <= 100; value++)
        {
            progress.Report(value);
            _clock.Advance(TimeSpan.FromMilliseconds(10));
        }
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, _shown[0]);
        Assert.Equal(100, _shown[^1]);
        Assert.InRange(_shown.Count, 4, 5);
    }

    [Fact]
    public void After_its_end_nothing_comes()
    {
        var progress = new PacedProgress<int>(_clock, null, _shown.Add);
        progress.Report(1);
        progress.Report(2);
        progress.Dispose();
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([1], _shown);
    }
}
