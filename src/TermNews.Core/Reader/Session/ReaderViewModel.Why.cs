using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;

namespace TermNews.Core.Reader.Session;

public sealed partial class ReaderViewModel
{
    /// <summary>First in words, then, asked again, with the numbers.</summary>
    private async Task ShowWhyAsync(Story story, bool isAgain, CancellationToken token)
    {
        if (await _lists.WhyAsync(story.Id, withRanks: isAgain, token) is not { } why)
            return;
        IEnumerable<string> lines = isAgain ? why.InNumbers() : why.InWords();
        State = State with
        {
            Menu = new ReaderMenu("Why is this story here", [.. lines.Select(line => new ReaderMenuItem(line))], -1)
            {
                Hint = isAgain ? "" : $"{KeyOf(ReaderCommand.ShowWhy)} numbers",
                AgainAsync = isAgain ? null : again => ShowWhyAsync(story, isAgain: true, again),
            },
        };
    }
}
