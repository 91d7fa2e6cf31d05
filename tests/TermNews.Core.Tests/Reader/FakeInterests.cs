using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Reader;

/// <summary>What interest is learnt from, written by hand; counts how often it was read.</summary>
internal sealed class FakeInterests : IInterestRepository
{
    public InterestNotes Notes { get; set; } = InterestNotes.None;

    public InterestStamp Stamp { get; set; }

    public int TimesRead { get; private set; }

    public Task<InterestNotes> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        TimesRead++;
        return Task.FromResult(Notes);
    }

    public Task<InterestStamp> StampAsync(CancellationToken cancellationToken) => Task.FromResult(Stamp);

    public Task<InterestCounts> CountAsync(IReadOnlyCollection<string> terms, CancellationToken cancellationToken) =>
        Task.FromResult(InterestCounts.None);

    public Task SetAsync(InterestSubject subject, string name, double? strength, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task EraseAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
