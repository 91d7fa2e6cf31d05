namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews split</c>: removes a story from a cluster that it does not belong to.</summary>
internal sealed class SplitCommand(ProgramContext context)
    : NewsCommand("split",
        "Take a story out of the group that reports the same news: it is other news, and stays so.\nExample: termnews split 42")
{
    private readonly Argument<string> _story = new("STORY") { Description = "The id that lists print." };
    private readonly Option<bool> _undo = new("--undo") { Description = "Put it back to those it was taken away from." };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_story, _undo];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var word = args.GetValue(_story);
        StoryIds.Parse(word);
        var news = await context.OpenAsync(args, cancellationToken);
        var story = await StoryIds.FindAsync(news.Stories, word, cancellationToken);
        var cluster = new SplitCluster(() => news.Stories);
        args.InvocationConfiguration.Output.Write(args.GetValue(_undo)
            ? Sentence((await cluster.RejoinAsync(story.Id, cancellationToken)).Value,
                $"Story {story.Id.ToString(CultureInfo.InvariantCulture)} was not taken out of a group.", "put back to")
            : Sentence((await cluster.SplitAsync(story.Id, cancellationToken)).Value, $"Story {word} stands alone already.",
            "taken away from"));
        return ExitCodes.Success;
    }

    private static string Sentence(ClusterSplit? split, string nothing, string verb) => split is null
        ? $"{nothing}\n"
        : string.Create(CultureInfo.InvariantCulture, $"Story {split.StoryId} was {verb} {Plural.Of(split.Others.Count, "other")}.\n");
}
