using System.CommandLine;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using TermNews.Cli.Commands.Feeds;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Feeds;

namespace TermNews.Cli.Tests.Commands;

/// <summary>Runs the commands about feeds with subscriptions in memory.</summary>
internal sealed class FeedCommandRun : IRefresher, ISubscriber, ISearchIndex, IStoryClusters
{
    private string? _output;
    private string? _error;

    public FakeFeedRepository Feeds { get; } = new();

    public FakeTimeProvider Clock { get; } = new();

    public RefreshSummary Summary { get; set; } = new();

    public FeedPreview? Preview { get; set; }

    public bool IsOffline { get; set; }

    public string Input { get; set; } = "";

    public int? Width { get; set; }

    public RefreshRequest? Request { get; private set; }

    /// <summary>Stories that the search index does not have.</summary>
    public int Waiting { get; set; }

    /// <summary>Another process can be started for the index.</summary>
    public bool IndexesElsewhere { get; set; }

    /// <summary>The index was brought up to date here.</summary>
    public bool WasIndexedHere { get; private set; }

    public string Output => _output ?? "";

    public string Error => _error ?? "";

    public async Task<int> RunAsync(params string[] words)
    {
        var root = new RootCommand
        {
            new RefreshCommand(ToolsAsync, Clock),
            new FeedsCommand(ToolsAsync),
            new ImportCommand(ToolsAsync, () => new MemoryStream(Encoding.UTF8.GetBytes(Input))),
            new ExportOpmlCommand(ToolsAsync, Clock),
        };
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        var status = await root.Parse(words).InvokeAsync(configuration, TestContext.Current.CancellationToken);
        _output += output;
        _error += error;
        return status;
    }

    public Task<RefreshSummary> RefreshAsync(
        RefreshRequest request, IProgress<RefreshProgress>? progress, CancellationToken cancellationToken)
    {
        Request = request;
        foreach (var error in Summary.Errors)
            progress?.Report(new RefreshProgress(1, 2, 0, error.FeedTitle, error));
        return Task.FromResult(Summary);
    }

    public Task<int> CountWaitingAsync(CancellationToken cancellationToken) => Task.FromResult(Waiting);

    public Task CatchUpAsync(IndexPace pace, CancellationToken cancellationToken)
    {
        WasIndexedHere = true;
        return Task.CompletedTask;
    }

    public Task<FeedPreview> PreviewAsync(string address, CancellationToken cancellationToken) => Task.FromResult(Preview!);

    public async Task<Feed> SubscribeAsync(
        FeedPreview preview, string? ownTitle, IReadOnlyList<string> tags, CancellationToken cancellationToken) =>
        preview.Subscribed
        ?? (await Feeds.AddAsync([new NewSubscription(preview.FeedUrl, ownTitle ?? preview.Title, tags)], cancellationToken))[0];

    private Task<FeedTools> ToolsAsync(ParseResult args, CancellationToken cancellationToken) => Task.FromResult(new FeedTools
    {
        Feeds = Feeds,
        Refresher = this,
        Index = this,
        Clusters = this,
        IndexElsewhere = () => IndexesElsewhere,
        Subscriber = this,
        Checker = null!,
        Clock = Clock,
        IsOffline = IsOffline,
        OutputWidth = Width,
        ErrorWidth = Width,
    });

    Task<int> IStoryClusters.CountWaitingAsync(CancellationToken cancellationToken) => Task.FromResult(0);

    Task IStoryClusters.CatchUpAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
