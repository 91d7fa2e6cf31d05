using System.Text.Json;
using TermNews.Core.Feeds.Parsing;

namespace TermNews.Core.Tests.Feeds;

public sealed class DocumentTextTests
{
    private static readonly string Long = string.Concat(Enumerable.Range(0, 400).Select(number => $"word {number} &amp; "));

    /// <summary>Documents whose pieces are longer and shorter than the windows they are read through.</summary>
    public static TheoryData<string> Documents =>
    [
        $"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY me 'myself'>]><rss><channel><title>A &me; title</title><item><title>One &amp; "
        + "two</title>"
            + $"<link>https://example.org/1</link><description><![CDATA[<p>{Long}</p>]]></description></item><item><guid>2</guid>"
            + $"<description>\n  <![CDATA[<b>x</b>]]>\n </description><!-- a comment > that is {Long} --></item></channel></rss>",
        $"<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><id>1</id><content type='xhtml'><div "
        + "xmlns='http://www.w3.org/1999/xhtml'>"
            + $"<p title='{Long}'>{Long}<b>bold</b></p></div></content></entry><entry><id>2</id><summary "
            + "type='html'>&lt;p>a&lt;/p></summary></entry></feed>",
        $"<rss><channel><item><title>cut &amp; off</title><description><![CDATA[{Long}",
        $"<rss><channel><item><title>never closed <b>{Long}</title><description a='{Long}",
        $"<rss><channel><item><title>a < b && c <!-- open</title><description>{Long}</description></item></channel></rss>",
        "<rss><channel><item><title>\U0001F600</title></item></channel></rss>",
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Through_any_window_a_document_is_read_as_when_it_is_whole(string document)
    {
        var expected = Read(DocumentText.Of(document));
        foreach (var window in (int[])[16, 64, 1000, 100_000])
            Assert.Equal(expected, Read(new DocumentText(new StringReader(document), window)));
    }

    /// <summary>All that is read of a document, or the sentence that refuses it.</summary>
    internal static string Read(DocumentText document)
    {
        using (document)
        {
            var warnings = new List<string>();
            try
            {
                return JsonSerializer.Serialize(XmlFeedParser.Parse(document, "https://example.org/feed", warnings));
            }
            catch (NewsException ex)
            {
                return ex.Message;
            }
        }
    }
}
