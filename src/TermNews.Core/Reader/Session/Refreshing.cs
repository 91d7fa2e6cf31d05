using System.Globalization;
using TermNews.Core.Stories;

namespace TermNews.Core.Reader.Session;

/// <summary>Fetches feeds while the reader goes on: one refresh at a time, with its progress and what it came to.</summary>
/// <param name="session">The session.</param>
/// <param name="refresher">Fetches; null where the network is not to be touched.</param>
/// <param name="clock">The time.</param>
/// <param name="context">Where progress is shown; null for the thread that reports it.</param>
internal sealed class Refreshing(ReaderSession session, IRefresher? refresher, TimeProvider clock, SynchronizationContext? context)
{
    private bool _isUnderWay;
    private RefreshRequest? _askedMeanwhile;

    /// <summary>Raised when a refresh has ended: what was prepared from the old stories is stale.</summary>
    public event Action? Refreshed;

    /// <summary>Feeds can be fetched.</summary>
    public bool IsOnline => refresher is not null;

    /// <summary>Fetches the feeds that are due; does nothing while a refresh is under way.</summary>
    public Task RefreshDueAsync(CancellationToken cancellationToken) =>
        refresher is null ? Task.CompletedTask : RefreshAsync(refresher, new RefreshRequest(), isByHand: false, cancellationToken);

    /// <summary>Fetches what the reader asked for; while a refresh is under way, after it.</summary>
    public Task RefreshByHandAsync(RefreshRequest request, CancellationToken cancellationToken)
    {
        if (refresher is not null)
            return RefreshAsync(refresher, request, isByHand: true, cancellationToken);
        session.Tell("Offline: nothing is fetched.");
        return Task.CompletedTask;
    }

    /// <summary>"12 new stories from 3 feeds; 1 failed, {key:feeds} tells why."</summary>
    public static string WordsOf(RefreshSummary summary)
    {
        var (stories, feeds) = (summary.NewStories == 1 ? "story" : "stories", summary.Feeds == 1 ? "feed" : "feeds");
        var failed = summary.Failed == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; {summary.Failed} failed, {{key:feeds}} tells why");
        return string.Create(CultureInfo.InvariantCulture, $"{summary.NewStories} new {stories} from {summary.Feeds} {feeds}{failed}.");
    }

    private async Task RefreshAsync(IRefresher fetcher, RefreshRequest request, bool isByHand, CancellationToken cancellationToken)
    {
        if (_isUnderWay)
        {
            _askedMeanwhile = isByHand ? request : _askedMeanwhile;
            return;
        }
        _isUnderWay = true;
        try
        {
            if (isByHand)
                session.ShowProgress("Fetching…", session.State.Percent);
            RefreshSummary summary;
            using (var progress = new PacedProgress<RefreshProgress>(clock, context, ShowProgress))
                summary = await fetcher.RefreshAsync(request, progress, cancellationToken);
            session.ShowProgress(null, null);
            Refreshed?.Invoke();
            TellSummary(summary, isByHand);
            await session.NoticeAsync(cancellationToken);
        }
        finally
        {
            _isUnderWay = false;
            session.ShowProgress(null, null);
        }
        if (_askedMeanwhile is { } asked)
        {
            _askedMeanwhile = null;
            await RefreshAsync(fetcher, asked, isByHand: true, cancellationToken);
        }
    }

    private void ShowProgress(RefreshProgress progress) => session.ShowProgress(
        string.Create(CultureInfo.InvariantCulture, $"Fetching {progress.Done}/{progress.Total}, {progress.NewStories} new"),
        progress.Total > 0 ? 100 * progress.Done / progress.Total : null);

    private void TellSummary(RefreshSummary summary, bool isByHand)
    {
        if (summary.Feeds > 0 && summary.Failed == summary.Feeds)
        {
            session.Warn(summary is { Failed: 1, Errors: [var error, ..] }
                ? error.Message
                : "No feed could be fetched. Is there a network? What is kept can be read.");
        }
        else if (isByHand)
        {
            session.Tell(summary.IsRunningElsewhere ? "Another program is fetching the feeds right now." : WordsOf(summary));
        }
    }
}
