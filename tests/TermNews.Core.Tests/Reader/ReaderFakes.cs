using System.Text;
using TermNews.Core.Stories;
using TermNews.Core.UseCases;

namespace TermNews.Core.Tests.Reader;

/// <summary>Remembers what was copied and opened.</summary>
internal sealed class FakeDesktop : IClipboard, IBrowser
{
    public List<string> Copied { get; } = [];

    public List<string> Opened { get; } = [];

    public NewsException? Fault { get; set; }

    public bool IsElsewhere { get; set; }

    public Task<string> CopyAsync(string text, CancellationToken cancellationToken)
    {
        Copied.Add(text);
        return Fault is { } fault ? throw fault : Task.FromResult("Copied.");
    }

    public Task<string> OpenAsync(string address, CancellationToken cancellationToken)
    {
        Opened.Add(address);
        return Fault is { } fault ? throw fault : Task.FromResult("Opened.");
    }
}

/// <summary>A refresher that does what a test says.</summary>
internal sealed class FakeRefresher : IRefresher
{
    public List<RefreshRequest> Requests { get; } = [];

    public Func<RefreshSummary> Bring { get; set; } = () => new RefreshSummary { Feeds = 1 };

    public TaskCompletionSource? Gate { get; set; }

    public async Task<RefreshSummary> RefreshAsync(
        RefreshRequest request, IProgress<RefreshProgress>? progress, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        progress?.Report(new RefreshProgress(3, 8, 2, "A feed", null));
        if (Gate is { } gate)
            await gate.Task;
        return Bring();
    }
}

/// <summary>Has one page behind every address.</summary>
internal sealed class FakePages(string body) : IPageSource
{
    public Task<FetchedPage> FetchPageAsync(string url, CancellationToken cancellationToken) => Task.FromResult(new FetchedPage(
        url, Encoding.UTF8.GetBytes($"<html><head><title>T</title></head><body><article>{body}</article></body></html>"), "text/html"));
}

/// <summary>Finds one feed behind every address.</summary>
internal sealed class FakeSubscriber(Action<string> subscribed) : ISubscriber
{
    public NewsException? Fault { get; set; }

    public Task<FeedPreview> PreviewAsync(string address, CancellationToken cancellationToken) => Fault is { } fault
        ? throw fault
        : Task.FromResult(new FeedPreview { FeedUrl = address, Title = "Found", Headlines = ["One", "Two", "Three"], Visit = A.Update(0) });

    public Task<Feed> SubscribeAsync(FeedPreview preview, string? ownTitle, IReadOnlyList<string> tags, CancellationToken cancellationToken)
    {
        subscribed(preview.FeedUrl);
        return Task.FromResult(new Feed { Id = 9, FeedUrl = preview.FeedUrl, Title = preview.Title, Tags = tags });
    }
}
