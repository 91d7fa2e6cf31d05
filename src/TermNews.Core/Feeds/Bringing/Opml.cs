using System.Xml;
using TermNews.Core.Feeds.Parsing;
using TermNews.Core.Html;

namespace TermNews.Core.Feeds.Bringing;

/// <summary>Reads OPML 1.0 and 2.0, even if it is not well-formed, and writes OPML 2.0.</summary>
public static class Opml
{
    /// <summary>Reads a list of subscriptions; folders and categories become tags.</summary>
    /// <exception cref="NewsException">The text is no OPML.</exception>
    public static SubscriptionList Read(string text) => new OpmlReader(text).Read();

    /// <summary>Writes subscriptions as OPML 2.0; the first tag becomes the folder, and all tags the <c>category</c>.</summary>
    /// <param name="to">The output; left open.</param>
    /// <param name="title">The title of the list.</param>
    /// <param name="feeds">The subscriptions.</param>
    /// <param name="now">The time of the list.</param>
    /// <param name="withPasswords">Addresses keep their passwords; otherwise they are masked (<see cref="ShownAddress"/>).</param>
    public static void Write(Stream to, string title, IEnumerable<Feed> feeds, DateTimeOffset now, bool withPasswords = false)
    {
        var settings = new XmlWriterSettings
        { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CloseOutput = false, CheckCharacters = false };
        using var xml = XmlWriter.Create(to, settings);
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        xml.WriteElementString("title", title);
        xml.WriteElementString("dateCreated", now.ToUniversalTime().ToString("r", System.Globalization.CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        foreach (var folder in feeds.GroupBy(feed => feed.Tags.Count == 0 ? "" : feed.Tags[0]))
            WriteFolder(xml, folder.Key, folder, withPasswords);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteFolder(XmlWriter xml, string folder, IEnumerable<Feed> feeds, bool withPasswords)
    {
        if (folder.Length > 0)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", folder);
        }
        foreach (var feed in feeds)
            WriteFeed(xml, feed, withPasswords);
        if (folder.Length > 0)
            xml.WriteEndElement();
    }

    private static void WriteFeed(XmlWriter xml, Feed feed, bool withPasswords)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("type", "rss");
        xml.WriteAttributeString("text", feed.Title);
        xml.WriteAttributeString("title", feed.Title);
        xml.WriteAttributeString("xmlUrl", withPasswords ? feed.FeedUrl : feed.ShownUrl);
        if (feed.SiteUrl is not null)
            xml.WriteAttributeString("htmlUrl", feed.SiteUrl);
        if (feed.Tags.Count > 0)
            xml.WriteAttributeString("category", string.Join(',', feed.Tags.Select(tag => tag.Replace(',', ' '))));
        xml.WriteEndElement();
    }
}

/// <summary>The state of reading one OPML document.</summary>
internal sealed class OpmlReader(string text)
{
    private readonly TolerantXml _xml = new(DocumentText.Of(text));
    private readonly SubscriptionCollector _found = new();
    private readonly List<string?> _folders = [];
    private string? _title;
    private bool _isInTitle;
    private bool _isOpml;

    public SubscriptionList Read()
    {
        while (_xml.Read())
        {
            if (_xml.Token == XmlToken.Text && _isInTitle)
                _title ??= FeedText.Line(HtmlEntities.Decode(_xml.RawText.Span));
            _isInTitle = false;
            if (_xml.Token == XmlToken.Start)
                Start();
            else if (_xml.Token == XmlToken.End && IsNamed("outline") && _folders.Count > 0)
                _folders.RemoveAt(_folders.Count - 1);
        }
        return _isOpml ? _found.ToList(_title)
            : throw new NewsException(NewsFault.Unreadable, "This is no OPML: it has neither an opml element nor outlines.");
    }

    private bool IsNamed(string name) => _xml.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private void Start()
    {
        _isOpml |= IsNamed("opml") || IsNamed("outline");
        _isInTitle = IsNamed("title") && !_xml.IsEmpty;
        if (!IsNamed("outline"))
            return;
        var title = FeedText.Label(_xml.Attribute("title")) ?? FeedText.Label(_xml.Attribute("text"));
        var address = _xml.Attribute("xmlUrl") ?? (_xml.Attribute("type") is "rss" or "atom" or "link" ? _xml.Attribute("url") : null);
        var isEmpty = _xml.IsEmpty;
        if (address is null && !isEmpty)
            (address, isEmpty) = StrayAddress();
        if (!string.IsNullOrWhiteSpace(address))
            _found.Add(address, title, SafeLinks.ResolveWeb(_xml.Attribute("htmlUrl"), null), Tags());
        else if (_xml.Attribute("type") is "rss" or "atom")
            _found.Skip(title ?? "(no title)", "The outline has no address (xmlUrl).");
        if (!isEmpty)
            _folders.Add(string.IsNullOrWhiteSpace(address) ? title : null);
    }

    /// <summary>Finds the address after a description with unescaped tags and quotes, which ends its outline too early.</summary>
    private (string? Address, bool IsEmpty) StrayAddress()
    {
        const string name = " xmlUrl=\"";
        var ahead = _xml.Ahead;
        var next = ahead.IndexOf("<outline", StringComparison.OrdinalIgnoreCase);
        var text = next < 0 ? ahead : ahead[..next];
        var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return (null, false);
        var value = text[(at + name.Length)..];
        var end = value.IndexOf('"');
        return end < 0 ? (null, false) : (HtmlEntities.Decode(value[..end]), value[end..].Contains("/>", StringComparison.Ordinal));
    }

    private IEnumerable<string> Tags()
    {
        var folders = _folders.OfType<string>();
        var categories = (_xml.Attribute("category") ?? "").Split(',', 50).Select(category => FeedText.Line(category.Trim().Trim('/')))
            .OfType<string>();
        return [.. folders.Concat(categories)];
    }
}
