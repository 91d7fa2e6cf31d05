using TermNews.Core.Articles.Layout;
using TermNews.Core.Ranking;

namespace TermNews.Core.Reader.FrontPage;

/// <summary>A row of a list of stories.</summary>
/// <param name="Story">The story.</param>
/// <param name="Reason">The reason why it is in the list.</param>
public sealed record StoryLine(Story Story, string Reason)
{
    private const int Marks = 3;   // Cells: unread, saved, pinned.
    private const int Age = 4;   // Cells: "59m" and a space.
    private const int WordsOfMute = 60;   // Columns from which there is room for "muted: ".

    /// <summary>The mutes that keep it out of other lists; empty where it is not muted.</summary>
    public IReadOnlyList<Mute> MutedBy { get; init; } = [];

    /// <summary>The row of a ranked story.</summary>
    public static StoryLine From(RankedStory ranked) => new(ranked.Story, ranked.Reason) { MutedBy = ranked.MutedBy };

    /// <summary>The headline, else the beginning of the text, else the link; never empty.</summary>
    public string Headline => Story.Headline;

    /// <summary>The first category; the feed's name where the story has none.</summary>
    public string Category => Story.Categories.Count > 0 ? Story.Categories[0] : Story.Feed.Title;

    /// <summary>The row: marks, age, feed, headline, and at the right comments and further sources. As wide as asked.</summary>
    public TextLine Lay(int width, LineOptions options)
    {
        if (width < 1)
            return TextLine.Empty;
        var dots = options.Ascii ? "..." : "…";
        var weight = Story.Status.IsRead ? TextStyle.Plain : TextStyle.Bold;
        var tail = TailOf(options.Ascii, width);
        var feed = FeedCells(width);
        var head = HeadOf(options);
        var title = Math.Max(0, width - head.Length - feed - TextWidth.Of(tail));
        List<TextRun> runs = [new(head[..Math.Min(width, head.Length)])];
        if (feed > 0)
            runs.Add(new TextRun(TextWidth.Pad(Story.Feed.Title, feed - 1, ellipsis: string.Empty) + " "));   // Dots cost a letter.
        if (title > 0)
            runs.Add(new TextRun(TextWidth.Pad(Headline, title, dots), weight) { IsRightToLeft = TextDirection.IsRightToLeft(Headline) });
        if (tail.Length > 0)
            runs.Add(new TextRun(tail, TextStyle.Dim));
        return new TextLine(runs);
    }

    /// <summary>The row of a numbered column: number and headline, below it the category.</summary>
    public IReadOnlyList<TextLine> LayNumbered(int number, int width, LineOptions options)
    {
        var dots = options.Ascii ? "..." : "…";
        var lead = string.Create(CultureInfo.InvariantCulture, $"{number}. ");
        var room = Math.Max(1, width - lead.Length);
        var weight = Story.Status.IsRead ? TextStyle.Plain : TextStyle.Bold;
        var headline = new TextRun(TextWidth.Fit(Headline, room, dots), weight) { IsRightToLeft = TextDirection.IsRightToLeft(Headline) };
        return
        [
            new TextLine([new TextRun(lead, TextStyle.Dim), headline]),
            new TextLine([new TextRun(new string(' ', lead.Length)), new TextRun(TextWidth.Fit(Category, room, dots), TextStyle.Dim)]),
        ];
    }

    /// <summary>Whether all words occur in title, feed, author or categories, case ignored.</summary>
    public bool Matches(IReadOnlyList<string> words) => words.All(word =>
        Has(Story.Title, word) || Has(Story.Feed.Title, word) || Has(Story.Author, word)
        || Story.Categories.Any(category => Has(category, word)));

    private static bool Has(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    private DateTimeOffset AgeFrom(DateTimeOffset now) => Story.SortAt <= now ? Story.SortAt : Story.FirstSeenAt;

    /// <summary>Marks and age in a fixed number of cells; a long age takes the space before it and stays off the feed's name.</summary>
    private string HeadOf(LineOptions options)
    {
        const int cells = Marks + 1 + Age;
        var age = Ages.InCells(AgeFrom(options.Now), options.Now);
        var before = Math.Min(Marks + 1, cells - 1 - age.Length);
        return (MarksOf(options.Ascii).PadRight(Marks + 1)[..before] + age).PadRight(cells);
    }

    private string MarksOf(bool ascii) =>
        (Story.Status.IsRead ? " " : ascii ? "o" : "●") + (Story.Status.IsSaved ? "*" : " ") + (Story.Status.IsPinned ? "!" : " ");

    private string TailOf(bool ascii, int width)
    {
        var pen = ascii ? "c" : "✎";
        var comments = Story.CommentCount == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {pen}{Story.CommentCount}");
        var sources = Story.Cluster.Sources < 2 ? "" : string.Create(CultureInfo.InvariantCulture, $" +{Story.Cluster.Sources - 1}");
        return width < 24 ? "" : comments + sources + MuteOf(width);
    }

    private string MuteOf(int width) => MutedBy is not [var mute, ..] ? ""
        : " " + TextWidth.Fit((width < WordsOfMute ? "" : "muted: ") + mute.Text, width / 4);

    private static int FeedCells(int width) => width switch { < 60 => 0, < 100 => 13, < 160 => 17, _ => 24 };
}
