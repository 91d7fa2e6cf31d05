using System.Globalization;
using TermNews.Core.Text;
using TermNews.Core.Words;

namespace TermNews.Core.Export;

/// <summary>Aligned columns, cut to a terminal's width: id, mark, age, feed, headline.</summary>
internal sealed class AlignedStoryWriter(TextWriter output, int width, DateTimeOffset now) : IStoryWriter
{
    private const int IdCells = 7;
    private const int AgeCells = 4;

    private readonly int _feedCells = Math.Clamp(width / 5, 8, 20);

    public void Start()
    {
    }

    public void Write(ExportedStory exported)
    {
        var story = exported.Story;
        var id = story.Id.ToString(CultureInfo.InvariantCulture).PadLeft(IdCells);
        var mark = story.Status.IsSaved ? '*' : story.Status.IsRead ? ' ' : '●';
        var age = Ages.InCells(story.SortAt, now).PadLeft(AgeCells);
        var line = $"{id} {mark} {age}  {TextWidth.Pad(story.Feed.Title, _feedCells)}  {exported.Headline}";
        output.Write(TextWidth.Fit(line, width).TrimEnd() + "\n");
    }

    public void Finish()
    {
    }
}
