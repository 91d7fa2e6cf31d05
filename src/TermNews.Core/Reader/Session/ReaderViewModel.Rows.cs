using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Text;

namespace TermNews.Core.Reader.Session;

public sealed partial class ReaderViewModel
{
    /// <summary>The first row of the screen.</summary>
    public TextLine TitleRow()
    {
        if (State.IsTooSmall)
        {
            var notice = $"TermNews needs {ReaderLayout.LeastWidth}x{ReaderLayout.LeastHeight} cells.";
            return new TextLine([new TextRun(TextWidth.Fit(notice, State.Width))]);
        }
        return State.Screen switch
        {
            ReaderScreen.FrontPage => FrontPageTitle(),
            ReaderScreen.Article when State.IsWide => FrontPageTitle(),
            ReaderScreen.Article => ArticleTitle(),
            ReaderScreen.Feeds => Feeds.TitleRow(State.Width),
            ReaderScreen.Help => Bars.Spread([new TextRun("Keys", TextStyle.Bold)], new TextRun("q back"), State.Width),
        };
    }

    /// <summary>
    /// The last row of the screen: prompt or question, else notice or progress, else hints and what else there is to say. The text
    /// of a prompt follows its label; a view that has a text field puts it there.
    /// </summary>
    public TextLine StatusRow()
    {
        if (State.Question is { } question)
            return new TextLine([new TextRun(TextWidth.Fit(question.Text, State.Width), TextStyle.Bold)]);
        if (State.Prompt is { } prompt)
            return new TextLine([new TextRun(prompt.Label, TextStyle.Bold), new TextRun(prompt.Text)]);
        var end = new TextRun(TextWidth.Fit(StatusEnd(), State.Width));
        var room = Math.Max(0, State.Width - TextWidth.Of(end.Text) - 2);
        if (State.Notice is { } notice)
            return Bars.Spread([new TextRun(notice, State.IsWarning ? TextStyle.Warning : TextStyle.Plain)],
                TextWidth.Of(notice) > room ? new TextRun("") : end, State.Width);
        if (Scope == KeyScope.Feeds && Feeds.Trouble() is { } trouble)
            return new TextLine([new TextRun(TextWidth.Fit(trouble, State.Width), TextStyle.Warning)]);
        return Bars.Spread([new TextRun(Bars.Join(_parts.Keys.Hints(Scope), room), TextStyle.Dim)], end, State.Width);
    }

    /// <summary>A sample says so in the place of the program's name, or before the row where there is no room for the name.</summary>
    private TextLine FrontPageTitle()
    {
        var row = FrontPage.TitleRow(State.Width);
        if (!State.IsSample)
            return row;
        var mark = new TextRun(" SAMPLE ", TextStyle.Reverse);
        return row.Runs[0].Text == FrontPageViewModel.ProgramName
            ? new TextLine([mark, new TextRun("  "), .. row.Runs.Skip(1)])
            : new TextLine([mark, new TextRun(" "), .. FrontPage.TitleRow(Math.Max(10, State.Width - 9)).Runs]);
    }

    private TextLine ArticleTitle()
    {
        var right = new TextRun(State.IsSample ? "SAMPLE" : FrontPage.UnreadWords);
        if (Article.State.Story is not { } story)
            return Bars.Spread([new TextRun("TermNews", TextStyle.Bold)], right, State.Width);
        var place = $"{FrontPage.State.List.Title} > {story.Feed.Title}";
        var status = story.Status;
        var marks = (status.IsSaved ? " *" : "") + (status.IsPinned ? " !" : "") + (status.IsRead ? "" : " unread");
        return Bars.Spread([new TextRun(place, TextStyle.Bold), new TextRun(marks)], right, State.Width);
    }

    private string StatusEnd()
    {
        if (State.KeysBegun.Length > 0)
            return State.KeysBegun;
        if (State.Screen == ReaderScreen.Article && !State.IsWriting)
        {
            var isRoomy = FrontPage.State.Arrivals > 0 && State.Width >= 100;
            return isRoomy ? $"{FrontPage.StatusEnd(_parts.Keys)}  {Article.Footer()}" : Article.Footer();
        }
        return State.Progress ?? (State.Screen == ReaderScreen.FrontPage ? FrontPage.StatusEnd(_parts.Keys, State.Width >= 80) : string.Empty);
    }
}
