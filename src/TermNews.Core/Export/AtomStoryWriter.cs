using System.Xml;

namespace TermNews.Core.Export;

/// <summary>An Atom 1.0 feed (RFC 4287).</summary>
internal sealed class AtomStoryWriter : IRowWriter<ExportedStory>
{
    /// <summary><c>atom</c>.</summary>
    public static ExportFormat Format { get; } =
        new("atom", IsDocument: true, static (output, settings) => new AtomStoryWriter(output, settings));

    private const string Atom = "http://www.w3.org/2005/Atom";

    private readonly XmlWriter _xml;
    private readonly ExportSettings _settings;

    public AtomStoryWriter(TextWriter output, ExportSettings settings)
    {
        _settings = settings;
        var writing = new XmlWriterSettings
        {
            Indent = true,
            NewLineChars = "\n",
            CheckCharacters = false,
            OmitXmlDeclaration = true,
            CloseOutput = false,
            Encoding = new UTF8Encoding(false),
        };
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        _xml = XmlWriter.Create(output, writing);
    }

    public void Start()
    {
        _xml.WriteStartElement("feed", Atom);
        Element("title", _settings.Title);
        Element("id", $"urn:termnews:{Uri.EscapeDataString(_settings.Title)}");
        Element("updated", Rfc3339.Format(_settings.Now));
        Author("TermNews");
        Element("generator", "TermNews");
    }

    public void Write(ExportedStory row)
    {
        var story = row.Story;
        _xml.WriteStartElement("entry", Atom);
        Element("title", row.Headline);
        Element("id", IdOf(story));
        Element("updated", Rfc3339.Format(story.UpdatedAt ?? story.PublishedAt ?? story.FirstSeenAt));
        if (story.PublishedAt is { } published)
            Element("published", Rfc3339.Format(published));
        if (story.Link is { } link)
            Link("alternate", link, null, null);
        foreach (var enclosure in story.Enclosures)
            Link("enclosure", enclosure.Url, enclosure.MediaType, enclosure.Length);
        Author(story.Author ?? story.Feed.Title);
        foreach (var category in story.Categories)
            Category(category);
        Html("summary", row.Text?.Summary, story.Link);
        Html("content", row.Text?.Content, story.Link);
        Source(story.Feed);
        _xml.WriteEndElement();
    }

    public void Finish()
    {
        _xml.WriteEndElement();
        _xml.WriteRaw("\n");
        _xml.Flush();
        _xml.Dispose();
    }

    /// <summary>An id must be a unique IRI (§4.2.6), so a GUID that is not an IRI gets a prefix with the id of its feed.</summary>
    private static string IdOf(Story story) =>
        Uri.TryCreate(story.EntryGuid, UriKind.Absolute, out var iri) && !iri.IsFile && iri.IsWellFormedOriginalString()
        ? story.EntryGuid
        : string.Create(CultureInfo.InvariantCulture, $"urn:termnews:feed:{story.Feed.Id}:{Uri.EscapeDataString(story.EntryGuid)}");

    private void Source(FeedReference feed)
    {
        _xml.WriteStartElement("source", Atom);
        Element("id", feed.Url);
        Element("title", feed.Title);
        Link("self", feed.Url, null, null);
        _xml.WriteEndElement();
    }

    private void Link(string relation, string href, string? mediaType, long? length)
    {
        _xml.WriteStartElement("link", Atom);
        _xml.WriteAttributeString("rel", relation);
        _xml.WriteAttributeString("href", href);
        if (mediaType is not null)
            _xml.WriteAttributeString("type", mediaType);
        if (length is { } bytes)
            _xml.WriteAttributeString("length", bytes.ToString(CultureInfo.InvariantCulture));
        _xml.WriteEndElement();
    }

    private void Author(string name)
    {
        _xml.WriteStartElement("author", Atom);
        Element("name", name);
        _xml.WriteEndElement();
    }

    private void Category(string term)
    {
        _xml.WriteStartElement("category", Atom);
        _xml.WriteAttributeString("term", term);
        _xml.WriteEndElement();
    }

    /// <summary>Writes HTML; links to footnotes are relative to the page of the story.</summary>
    private void Html(string name, string? html, string? link)
    {
        if (html is null)
            return;
        _xml.WriteStartElement(name, Atom);
        if (link is not null && html.Contains("<a href=\"#", StringComparison.Ordinal))
            _xml.WriteAttributeString("xml", "base", null, link);
        _xml.WriteAttributeString("type", "html");
        _xml.WriteString(html);
        _xml.WriteEndElement();
    }

    private void Element(string name, string text) => _xml.WriteElementString(name, Atom, text);
}
