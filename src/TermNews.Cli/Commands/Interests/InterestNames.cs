using TermNews.Core.Ranking;

namespace TermNews.Cli.Commands.Interests;

/// <summary>Reads the subject of an interest: a word, or with an option a feed or a category.</summary>
internal sealed class InterestNames
{
    private readonly Option<bool> _feed = new("--feed") { Description = "NAME is a feed: an id, an address, or a unique part of a title." };
    private readonly Option<bool> _category = new("--category") { Description = "NAME is a category." };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> Options => [_feed, _category];

    /// <summary>The subjects that a name means, each with its name for people.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: there is no such feed, or it is not a single word.</exception>
    public async Task<IReadOnlyList<(InterestSubject Subject, string Name)>> ResolveAsync(
        ParseResult args, Newsroom news, string word, CancellationToken cancellationToken)
    {
        var name = ForeignText.CleanLine(word);
        if (args.GetValue(_feed) && args.GetValue(_category))
            throw new NewsException(NewsFault.WrongUse, "A name is a feed or a category, not both; say one of --feed and --category.");
        if (name.Length == 0)
            throw new NewsException(NewsFault.WrongUse, "NAME is empty; say a word, or a feed with --feed, or a category with --category.");
        if (args.GetValue(_category))
            return [(InterestSubject.Category(name), name)];
        if (!args.GetValue(_feed))
            return [.. Interest.TermsOf(name).Select(term => (term, term.Key))];
        var feed = await news.Feeds.ResolveAsync(name, cancellationToken);
        return [(InterestSubject.Feed(feed.Id), feed.Title)];
    }

    /// <summary>The names for a sentence.</summary>
    public static string Told(IEnumerable<(InterestSubject Subject, string Name)> found) =>
        string.Join(", ", found.Select(one => one.Subject.Kind == InterestKind.Term ? $"'{one.Name}'" : one.Name));

    /// <summary>Prints a note if interests are turned off. Returns whether they are on.</summary>
    public static bool TellWhereOff(ProgramContext context, ParseResult args)
    {
        var isOn = context.Settings(args).Interest.Learn;
        if (!isOn)
            context.Tell(args, "Interests are neither learnt nor used: `learn = false` stands under [interest] in the configuration.");
        return isOn;
    }
}
