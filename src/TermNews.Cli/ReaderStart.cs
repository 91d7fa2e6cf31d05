using System.CommandLine;
using TermNews.Core.Configuration;
using TermNews.Core.Feeds;
using TermNews.Core.Ranking;
using TermNews.Core.ViewModels;
using TermNews.Core.ViewModels.Keys;
using TermNews.Tui;

namespace TermNews.Cli;

/// <summary>Puts the full-screen reader together, where there is a terminal that can show it.</summary>
internal static class ReaderStart
{
    /// <summary>There is a terminal that can show the reader, and nobody asked for lines.</summary>
    public static bool IsPossible(ProgramContext context, ParseResult args) =>
        context.Terminal.Value is { OutputWidth: not null, IsInputTerminal: true }
        && !args.GetValue(context.Options.Plain)
        && context.Variable("TERM") is not (null or "dumb");

    /// <summary>Runs the reader.</summary>
    public static async Task<int> RunReaderAsync(ProgramContext context, ParseResult args, CancellationToken cancellationToken)
    {
        var settings = context.Settings(args);
        var news = await context.OpenAsync(args, cancellationToken);
        var app = new TermNewsApp(name => Variable(context, args, settings, name), settings.Reader);
        Newsroom? sample = null;
        var parts = (await PartsAsync(context, args, app, cancellationToken)) with
        {
            OpenSample = async token =>
            {
                sample ??= new Newsroom(
                    await BundledEdition.OpenAsync(context.Clock, token), context.Clock, () => settings, isSample: true);
                return new SampleEdition(sample.Stories, sample.Comments);
            },
            WatchForWriters = changed => news.Database.Watch(changed),
            SubscribeToStarters = async token =>
                (await news.Feeds.AddAsync(SubscriptionList.Read(BundledEdition.ReadStarters()).Subscriptions, token)).Count,
        };
        try
        {
            return app.Run(parts, storyId: null, args.InvocationConfiguration.Error);
        }
        finally
        {
            if (sample is not null)
                await sample.DisposeAsync();
        }
    }

    private static async Task<ReaderParts> PartsAsync(
        ProgramContext context, ParseResult args, TermNewsApp app, CancellationToken cancellationToken)
    {
        var settings = context.Settings(args);
        var news = await context.OpenAsync(args, cancellationToken);
        var tools = context.IsOffline(args) ? null : await context.FeedToolsAsync(args, cancellationToken);
        return new ReaderParts
        {
            Stories = news.Stories,
            Comments = news.Comments,
            Feeds = news.Feeds,
            Clock = context.Clock,
            Clipboard = app.Clipboard,
            Browser = app.Browser,
            MustReadRules = new MustReadRules(settings.MustRead.Words, settings.MustRead.Feeds, settings.MustRead.Categories),
            Keys = KeyMap.Create(settings.Keys),
            Refresher = tools?.Refresher,
            Subscriber = tools?.Subscriber,
            Pages = tools is null ? null : new PageFetcher(context.Fetcher),
            Author = settings.Comments.Author ?? Environment.UserName,
            RefreshEvery = settings.Network.RefreshEvery ?? TimeSpan.Zero,
            Ascii = app.IsAscii,
        };
    }

    /// <summary>The environment, in which <c>--color</c> and the configuration have their say as NO_COLOR.</summary>
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
