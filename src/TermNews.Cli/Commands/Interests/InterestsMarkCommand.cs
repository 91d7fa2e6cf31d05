namespace TermNews.Cli.Commands.Interests;

/// <summary><c>termnews interests like</c>, <c>dislike</c> and <c>forget</c>: explicit interests, which override learnt ones.</summary>
internal sealed class InterestsMarkCommand(
    ProgramContext context, string name, string description, double? strength, Func<string, string> sentence)
    : NewsCommand(name, description)
{
    /// <summary>The strength of an explicit like or dislike, above that of usual learnt interests.</summary>
    private const double Clearly = 2;

    private readonly Argument<string[]> _names = new("NAME")
    {
        Description = "A word of headlines; with --feed a feed, with --category a category.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly InterestNames _read = new();

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_names, .. _read.Options];

    /// <summary><c>like</c>.</summary>
    public static InterestsMarkCommand Like(ProgramContext context) => new(context, "like",
        "Say that you care for words, feeds or categories, whatever is learnt.\nExample: termnews interests like linux",
        Clearly, told => $"You like {told}.");

    /// <summary><c>dislike</c>.</summary>
    public static InterestsMarkCommand Dislike(ProgramContext context) => new(context, "dislike",
        "Say that you do not care for words, feeds or categories, whatever is learnt.\n"
        + "Example: termnews interests dislike --category Sport",
        -Clearly, told => $"You dislike {told}.");

    /// <summary><c>forget</c>.</summary>
    public static InterestsMarkCommand Forget(ProgramContext context) => new(context, "forget",
        "Forget what was learnt or set about words, feeds or categories; it is learnt anew from now on.\n"
        + "Example: termnews interests forget --feed Motor1",
        null, told => $"Forgot what was learnt or set about {told}.");

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        InterestNames.TellWhereOff(context, args);
        var news = await context.OpenAsync(args, cancellationToken);
        List<(InterestSubject Subject, string Name)> found = [];
        foreach (var name in args.GetValue(_names)!)
            found.AddRange(await _read.ResolveAsync(args, news, name, cancellationToken));
        foreach (var (subject, name) in found)
            await news.Interests.SetAsync(subject, name, strength, cancellationToken);
        if (!context.IsQuiet(args))
            args.InvocationConfiguration.Output.Write(sentence(InterestNames.Told(found)) + "\n");
        return ExitCodes.Success;
    }
}
