using TermNews.Core.Configuration;
using TermNews.Core.Feeds.Bringing;
using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Refreshing;
using TermNews.Core.Pictures;
using TermNews.Core.Reader.Composition;
using TermNews.Core.Reader.Session;
using TermNews.Core.Rescue;
using TermNews.Tui;

namespace TermNews.Cli.Start;

/// <summary>Composes the reader: full-screen on a capable terminal, else plain.</summary>
internal static class ReaderStart
{
    /// <summary>There is a capable terminal, and no plain text is wanted.</summary>
    public static bool IsPossible(ProgramContext context, ParseResult args) =>
        context.Terminal.Value is { OutputWidth: not null, IsInputTerminal: true } && !context.IsPlain(args);

    /// <summary>There is a terminal for the plain reader, or <c>--plain</c> with commands from a pipe.</summary>
    public static bool IsPlainPossible(ProgramContext context, ParseResult args) =>
        context.Terminal.Value is { OutputWidth: not null, IsInputTerminal: true }
        || (args.GetValue(context.Options.Plain) && !context.Terminal.Value.IsInputTerminal);

    /// <summary>Runs the full-screen reader.</summary>
    public static Task<int> RunReaderAsync(ProgramContext context, ParseResult args, CancellationToken cancellationToken)
    {
        var settings = context.Settings(args);
        var app = new TermNewsApp(name => Variable(context, args, settings, name), settings.Reader);
        return RunAsync(context, args,
            new Desktop(app.Clipboard, app.Browser, app.IsAscii) { Pictures = app.Pictures, ShowsPictures = app.ShowsPictures },
            parts => Task.FromResult(app.Run(
                parts with { Outlet = app.Outlet, Warning = settings.Warning }, storyId: null, args.InvocationConfiguration.Error)),
            cancellationToken);
    }

    /// <summary>
    /// Runs the plain reader. With commands from a pipe it does not subscribe to the starter feeds; without any commands, <paramref
    /// name="otherwise"/> runs.
    /// </summary>
    public static async Task<int> RunPlainAsync(
        ProgramContext context, ParseResult args, Func<Task<int>> otherwise, CancellationToken cancellationToken)
    {
        var app = new PlainApp(context.Environment, args.InvocationConfiguration.Output, args.InvocationConfiguration.Error);
        var isInteractive = context.Terminal.Value.IsInputTerminal;
        var status = await RunAsync(context, args, new Desktop(app.Clipboard, app.Browser, app.IsAscii),
            parts => app.RunAsync(isInteractive ? parts : parts with { SubscribeToStarters = null },
                isInteractive ? null : context.Input(), cancellationToken), cancellationToken);
        return app.HadCommands ? status : await otherwise();
    }

    private static async Task<int> RunAsync(ProgramContext context, ParseResult args, Desktop app,
        Func<ReaderParts, Task<int>> runAsync, CancellationToken cancellationToken)
    {
        var settings = context.Settings(args);
        var news = await context.OpenAsync(args, cancellationToken);
        news.Database.WriteBehind();
        Newsroom? sample = null;
        var parts = (await PartsAsync(context, args, app, cancellationToken)) with
        {
            OpenSample = async token =>
            {
                sample ??= new Newsroom(
                    await BundledEdition.OpenAsync(context.Clock, token), context.Clock, () => settings, isSample: true);
                return new SampleEdition(sample.Stories, sample.Comments, sample.Mutes, sample.Journal);
            },
            Rescue = new RescueFolder(context.StateFolder, Path.GetTempPath(), news.Database.Path, context.Clock),
            WatchForWriters = changed => news.Database.Watch(changed),
            CountWaiting = () => news.Database.UnderWay.Count,
            NamesOfWaiting = () => news.Database.UnderWay.Names,
            WatchForWaits = news.Database.UnderWay.Watch,
            WasWrittenElsewhere = news.Database.WasWrittenElsewhereAsync,
            SubscribeToStarters = async token =>
                (await news.Feeds.AddAsync(SubscriptionList.Read(BundledEdition.ReadStarters()).Subscriptions, token)).Count,
        };
        try
        {
            return await runAsync(parts);
        }
        finally
        {
            if (parts.Refresher is IAsyncDisposable refresher)
                await refresher.DisposeAsync();
            if (sample is not null)
                await sample.DisposeAsync();
        }
    }

    private static async Task<ReaderParts> PartsAsync(
        ProgramContext context, ParseResult args, Desktop app, CancellationToken cancellationToken)
    {
        var settings = context.Settings(args);
        var news = await context.OpenAsync(args, cancellationToken);
        var tools = context.IsOffline(args) ? null : await context.FeedToolsAsync(args, cancellationToken);
        return new ReaderParts
        {
            Stories = news.Stories,
            Comments = news.Comments,
            Feeds = news.Feeds,
            Mutes = news.Mutes,
            Journal = news.Journal,
            Clock = context.Clock,
            Clipboard = app.Clipboard,
            Browser = app.Browser,
            MustReadRules = settings.MustRead.ToRules(),
            Ranking = settings.Ranking,
            Interests = settings.Interest.Learn ? news.LearntInterests : null,
            Keys = ReaderKeys.Create(settings.Keys),
            Refresher = tools is null ? null : new IndexingRefresher(tools.Refresher, news.Index, news.Clusters),
            Subscriber = tools?.Subscriber,
            Pages = tools is null ? null : new PageFetcher(context.Fetcher(args)),
            Articles = news.Articles,
            Downloader = tools is null ? null : context.Downloader(args),
            Pictures = app.Pictures == PictureForm.None ? null
                : new PictureShelf(tools is null ? null : new PictureFetcher(context.Fetcher(args)), news.Pictures, app.Pictures),
            ShowsPictures = app.ShowsPictures,
            AlwaysFullText = settings.Articles.AlwaysFullText,
            OpensBestText = settings.Clusters.OpenBestText,
            TextWidth = settings.Reader.Width,
            LineSpacing = settings.Articles.LineSpacing,
            FetchAhead = settings.Articles.FetchAhead,
            Author = CommentAuthor.NameOf(settings.Comments.Author, Environment.GetEnvironmentVariable),
            RefreshEvery = settings.Network.RefreshEvery ?? TimeSpan.Zero,
            Ascii = app.IsAscii,
        };
    }

    /// <summary>The desktop services of the reader.</summary>
    private sealed record Desktop(IClipboard Clipboard, IBrowser Browser, bool IsAscii)
    {
        public PictureForm Pictures { get; init; }

        public bool ShowsPictures { get; init; }
    }

    /// <summary>The environment, with <c>--color</c> and the configuration mapped to NO_COLOR.</summary>
    private static string? Variable(ProgramContext context, ParseResult args, Settings settings, string name)
    {
        if (name != "NO_COLOR")
            return context.Environment(name);
        return (args.GetValue(context.Options.Color), settings.Reader.Color) switch
        {
            ("never", _) or ("auto", SettingSwitch.Off) => "1",
            ("always", _) or ("auto", SettingSwitch.On) => null,
            _ => context.Environment(name),
        };
    }
}
