namespace TermNews.Core.Export;

/// <summary>Text: columns cut to the width of a terminal (id, mark, age, feed, headline); elsewhere tab-separated and unabridged.</summary>
internal sealed class AlignedStoryWriter(TextWriter output, int width, DateTimeOffset now) : IRowWriter<ExportedStory>
{
    /// <summary>The ids of a database with up to ten million stories.</summary>
    private const int IdCells = 7;

    /// <summary>The longest age of <see cref="Ages.InCells"/>.</summary>
    private const int AgeCells = 4;

    private static readonly RowFormat Tabs = new('\t');

    private readonly int _feedCells = Math.Clamp(width / 5, 8, 20);

    /// <summary><c>text</c>.</summary>
    public static ExportFormat Format { get; } = new("text", IsDocument: false, Open)
    {
        IsPlainText = true,
        Rows = Tabs,
        Digest = DigestText.Write,
    };

    public void Write(ExportedStory row)
    {
        var story = row.Story;
        var id = story.Id.ToString(CultureInfo.InvariantCulture).PadLeft(IdCells);
        var mark = story.Status.IsSaved ? '*' : story.Status.IsRead ? ' ' : '●';
        var age = Ages.InCells(story.SortAt, now).PadLeft(AgeCells);
        var line = $"{id} {mark} {age}  {TextWidth.Pad(story.Feed.Title, _feedCells)}  {row.Headline}";
        output.Write(TextWidth.Fit(line, width).TrimEnd() + "\n");
    }

    private static IRowWriter<ExportedStory> Open(TextWriter output, ExportSettings settings) => settings.TerminalWidth is { } width
        ? new AlignedStoryWriter(output, width, settings.Now)
        : Tabs.OpenStories(output, settings);
}
