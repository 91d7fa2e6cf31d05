using AngleSharp.Dom;
using TermNews.Core.Text;

namespace TermNews.Core.Articles.Reading;

internal sealed partial class DomReader
{
    private void ReadLink(IElement element)
    {
        if (HtmlFigures.KeptEmbedOf(element, baseUrl) is { } embed)
        {
            EndParagraph();
            AddBlock(embed);
            return;
        }
        if (AddressOf(element) is { } url)
            Inside(element, children => Inlines.PlainText(children).Length > 0 ? new LinkInline(url, children) : children[0]);
        else
            ReadChildren(element);
    }

    private string? AddressOf(IElement link)
    {
        var written = link.GetAttribute("href");
        return anchors.TargetOf(written)
            ?? (HtmlWords.Address(written, baseUrl, HtmlWords.LinkSchemes) is { } url ? TrackerFree.Of(url) : null);
    }

    private void ReadKey(IElement element)
    {
        if (element.QuerySelector("kbd") is not null)
            ReadChildren(element);
        else if (ForeignText.CleanLine(element.TextContent) is { Length: > 0 } key)
            _text.Add(new KeyInline(key));
    }

    private void ReadAbbreviation(IElement element)
    {
        var meaning = ForeignText.CleanLine(element.GetAttribute("title") ?? string.Empty);
        if (meaning.Length is > 0 and < 100 && !meaning.Equals(ForeignText.CleanLine(element.TextContent), StringComparison.OrdinalIgnoreCase))
            Inside(element, children => new Abbreviation(meaning, children));
        else
            ReadChildren(element);
    }

    private void ReadCode(IElement element)
    {
        if (element.QuerySelector("pre, p, div") is not null)
        {
            ReadChildren(element);
            return;
        }
        var code = ForeignText.CleanLine(element.TextContent);
        if (code.Length == 0)
            return;
        if (element.TextContent[0] is ' ' or '\n')
            _text.AddText(" ");
        _text.Add(new CodeInline(code));
        if (element.TextContent[^1] is ' ' or '\n')
            _text.AddText(" ");
    }
}
