using AngleSharp.Dom;

namespace TermNews.Core.Articles.Reading;

/// <summary>Numbers the items of a list (HTML <c>start</c>, <c>reversed</c>, and <c>value</c> of an item).</summary>
internal sealed class HtmlNumbers(IElement list)
{
    /// <summary>Five digits: a wider marker would leave no room for the text.</summary>
    private const int Most = 99_999;

    private readonly int _step = list.HasAttribute("reversed") ? -1 : 1;
    private readonly List<int> _numbers = [];
    private int _next = Clamp(HtmlWords.Number(
        list.GetAttribute("start"), list.HasAttribute("reversed") ? list.Children.Count(item => item.LocalName == "li") : 1));

    /// <summary>The number of the first item.</summary>
    public int Start => _numbers.Count > 0 ? _numbers[0] : _next;

    /// <summary>All numbers if they do not count up by one; else empty.</summary>
    public IReadOnlyList<int> Irregular => _numbers.Index().Any(number => number.Item != Start + number.Index) ? _numbers : [];

    /// <summary>Counts the next item.</summary>
    public IReadOnlyList<Block> Count(INode item, IReadOnlyList<Block> blocks)
    {
        var number = Clamp(HtmlWords.Number((item as IElement)?.GetAttribute("value"), _next));
        _numbers.Add(number);
        _next = number + _step;
        return blocks;
    }

    private static int Clamp(int number) => Math.Clamp(number, 0, Most);
}
