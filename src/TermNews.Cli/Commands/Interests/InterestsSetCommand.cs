using TermNews.Core.Ranking;

namespace TermNews.Cli.Commands.Interests;

/// <summary><c>termnews interests set</c>: sets the strength of an interest.</summary>
internal sealed class InterestsSetCommand(ProgramContext context)
    : NewsCommand("set",
        "Set how much you care for a word, a feed or a category, whatever is learnt.\nExample: termnews interests set linux 1.5"),
    ITakesDashedWords
{
    private readonly Argument<string> _name = new("NAME")
    {
        Description = "A word of headlines; with --feed a feed, with --category a category.",
    };

    private readonly Argument<string> _value = new("VALUE") { Description = "From -3 (dislike) to 3 (like); 0 for neither." };
    private readonly InterestNames _read = new();

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_name, _value, .. _read.Options];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var word = args.GetValue(_value);
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!double.TryParse(word, style, CultureInfo.InvariantCulture, out var strength)
            || Math.Abs(strength) > Interest.Strongest)
            throw new NewsException(NewsFault.WrongUse, $"\"{word}\" is no strength; it is a number from -3 to 3, such as 1.5.");
        InterestNames.TellWhereOff(context, args);
        var news = await context.OpenAsync(args, cancellationToken);
        var found = await _read.ResolveAsync(args, news, args.GetValue(_name)!, cancellationToken);
        foreach (var (subject, name) in found)
            await news.Interests.SetAsync(subject, name, strength, cancellationToken);
        if (!context.IsQuiet(args))
        {
            var value = strength.ToString(CultureInfo.InvariantCulture);
            args.InvocationConfiguration.Output.Write($"Set {InterestNames.Told(found)} to {value}.\n");
        }
        return ExitCodes.Success;
    }
}
