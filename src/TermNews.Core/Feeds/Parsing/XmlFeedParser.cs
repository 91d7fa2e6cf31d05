using TermNews.Core.Feeds.Parsing.Dates;
using TermNews.Core.Html;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>Reads an XML feed and passes each element to the builder of the feed or of the current entry.</summary>
internal sealed class XmlFeedParser
{
    // Bounds against hostile documents, far above what real feeds have.
    private const int DeepestElement = 256;
    private const int MostEntries = 10_000;
    private const int MostNames = 1_000;

    private readonly TolerantXml _xml;
    private readonly NamespaceScope _namespaces = new();
    private readonly Dictionary<string, ElementName> _names = new(StringComparer.Ordinal);
    private readonly List<FeedElement> _open = [];
    private readonly FeedBuilder _feed = new();
    private readonly Uri? _url;
    private readonly bool _isRaw;
    private readonly string _beginning;
    private EntryBuilder? _entry;
    private FeedElement? _captured;
    private int _tooDeep;
    private bool _isFeed;

    private XmlFeedParser(DocumentText document, string? url, bool isRaw)
    {
        (_xml, _isRaw, _beginning) = (new(document), isRaw, FeedSniffer.BeginningOf(document.Window.Span));
        _url = SafeLinks.ToBase(url);
    }

    /// <summary>Reads a document.</summary>
    public static ParsedFeed Parse(DocumentText document, string? url, List<string> warnings, bool isRaw = false)
    {
        var parser = new XmlFeedParser(document, url, isRaw);
        while (parser._feed.Entries.Count < MostEntries && parser.ReadToken())
        {
            // The entries collect in the feed.
        }
        if (parser._feed.Entries.Count < MostEntries)
            parser.CloseTo(0);
        if (!parser._isFeed)
            throw FeedSniffer.NoFeed(parser._beginning);
        if (parser._feed.Entries.Count >= MostEntries)
            warnings.Add($"Only the first {MostEntries} entries were read.");
        return parser.ToFeed(warnings);
    }

    /// <summary>Opens a document that is read entry by entry.</summary>
    public static XmlFeedParser Open(DocumentText document, string? url) => new(document, url, isRaw: false);

    /// <summary>Reads the entries one by one without keeping them. Elements of the feed that follow an entry do not affect it.</summary>
    /// <exception cref="NewsException">The document is no feed.</exception>
    public IEnumerable<ParsedEntry> ReadEntries()
    {
        var count = 0;
        for (var isMore = true; isMore && count < MostEntries;)
        {
            isMore = ReadToken();
            if (!isMore)
                CloseTo(0);
            if (!isMore && !_isFeed)
                throw FeedSniffer.NoFeed(_beginning);
            if (!_isFeed)
                continue;
            foreach (var entry in _feed.Entries)
                yield return entry.Build(_feed);
            count += _feed.Entries.Count;
            _feed.Entries.Clear();
        }
    }

    /// <summary>The feed, with the entries that were kept.</summary>
    public ParsedFeed ToFeed(List<string> warnings)
    {
        if (_xml.IsIllFormed)
            warnings.Add("The document is not well-formed XML; what could be read was read.");
        return _feed.Build(warnings);
    }

    private bool ReadToken()
    {
        if (!_xml.Read())
            return false;
        switch (_xml.Token)
        {
            case XmlToken.Start: Start(); break;
            case XmlToken.End: End(); break;
            case XmlToken.Text: (_captured ?? PersonInScope())?.Append(_xml.RawText, _xml.IsLasting, _xml.IsCData, _xml.Entities); break;
        }
        return true;
    }

    private FeedElement? PersonInScope() => _open.Count > 0 && _open[^1].Container == FeedContainer.Person ? _open[^1] : null;

    private void Start()
    {
        if (_open.Count >= DeepestElement)
        {
            _tooDeep += _xml.IsEmpty ? 0 : 1;
            return;
        }
        var element = Open();
        var isEntry = element.Container == FeedContainer.Entry;
        if (isEntry && _captured is not null && _captured.Namespace is not FeedNamespace.Xhtml)
            CloseTo(LastContainer());
        if (isEntry)
            BeginEntry(element);
        _isFeed |= IsFeedRoot(element);
        if (element.Container == FeedContainer.Feed)
        {
            _feed.Language ??= FeedText.Language(element.Language);
            _feed.UpdatedAt ??= FeedDates.Parse(element["lastmod"]);   // CDF
        }
        if (_captured is not null)
            _captured.AppendStart(element, _xml.IsEmpty);
        else if (element.Container == FeedContainer.None && _open.Count > 0)
            _captured = element;
        _open.Add(element);
        if (_xml.IsEmpty)
            CloseTo(_open.Count - 1, isEmptyTag: true);
    }

    /// <summary>An entry inside an entry: the outer one was never closed.</summary>
    private void BeginEntry(FeedElement element)
    {
        var before = _open.FindLastIndex(open => open.Container == FeedContainer.Entry);
        if (before >= 0)
            CloseTo(before);
        _entry = new EntryBuilder(element);
    }

    private FeedElement Open()
    {
        _namespaces.Declare(_xml.Attributes, _open.Count);
        var name = _xml.Name;
        var known = NameOf(name);
        var local = known.Local;
        var space = _namespaces.Resolve(known.Prefix);
        var parent = _open.Count > 0 ? _open[^1] : null;
        var xmlBase = _xml.Attribute("xml:base");
        return new()
        {
            Name = known.Name,
            IsRaw = _isRaw,
            Local = local,
            Namespace = space,
            Attributes = _xml.Attributes.Count == 0 ? [] : [.. _xml.Attributes],
            Container = ContainerOf(local, space),
            Base = xmlBase is null ? parent is null ? _url : parent.Base
                : SafeLinks.ToBase(SafeLinks.Resolve(xmlBase, parent?.Base ?? _url)) ?? parent?.Base,
            Language = _xml.Attribute("xml:lang") ?? parent?.Language,
        };
    }

    /// <summary>A document has few distinct names, so each string is created once.</summary>
    private ElementName NameOf(ReadOnlySpan<char> name)
    {
        var names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (names.TryGetValue(name, out var known))
            return known;
        var colon = name.IndexOf(':');
        known = new(name.ToString(), colon < 0 ? "" : name[..colon].ToString(), name[(colon + 1)..].ToString().ToLowerInvariant());
        if (_names.Count < MostNames)
            _names.Add(known.Name, known);
        return known;
    }

    private FeedContainer ContainerOf(string local, FeedNamespace space)
    {
        if (space is FeedNamespace.Media)
            return _captured is null && local is "group" or "content" or "community" ? FeedContainer.Media : FeedContainer.None;
        if (space is FeedNamespace.Itunes)
            return local == "owner" && _captured is null ? FeedContainer.Aside : FeedContainer.None;
        if (space is FeedNamespace.Rdf && local == "rdf")
            return FeedContainer.Feed;
        if (space is not (FeedNamespace.Core or FeedNamespace.Atom))
            return FeedContainer.None;
        if (local is "item" or "entry")
            return FeedContainer.Entry;
        return _captured is not null ? FeedContainer.None : local switch
        {
            "rss" or "channel" or "feed" or "rdf" => FeedContainer.Feed,
            "author" => FeedContainer.Person,
            "image" => FeedContainer.Image,
            "source" or "textinput" or "contributor" or "items" or "cloud" or "skiphours" or "skipdays" => FeedContainer.Aside,
            _ => FeedContainer.None,
        };
    }

    private static bool IsFeedRoot(FeedElement element) =>
        element.Container == FeedContainer.Feed && element.Namespace is FeedNamespace.Core or FeedNamespace.Atom or FeedNamespace.Rdf
        && element.Local is "rss" or "channel" or "feed" or "rdf";

    private void End()
    {
        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }
        var name = _xml.Name;
        for (var at = _open.Count - 1; at >= 0; at--)
        {
            if (!name.Equals(_open[at].Name, StringComparison.OrdinalIgnoreCase))
                continue;
            CloseTo(at);
            return;
        }
    }

    private int LastContainer() => _open.FindLastIndex(open => open.Container is FeedContainer.Feed or FeedContainer.Entry) + 1;

    private void CloseTo(int depth, bool isEmptyTag = false)
    {
        while (_open.Count > depth)
        {
            var element = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            _namespaces.Leave(_open.Count);
            if (ReferenceEquals(element, _captured))
                _captured = null;
            if (_captured is null)
                Finish(element);
            else if (!isEmptyTag)
                _captured.AppendEnd(element.Local);
        }
    }

    private void Finish(FeedElement element)
    {
        if (element.Container == FeedContainer.Entry && _entry is not null)
        {
            _feed.Entries.Add(_entry);
            _entry = null;
            return;
        }
        if (_open.Count > 0)
            _feed.Skipped.Apply(element, _open[^1]);
        var parent = _open.FindLast(open => open.Container != FeedContainer.None);
        if (_open.Exists(open => open.Container == FeedContainer.Aside) || parent is null && _open.Count == 0)
            return;
        if (_entry is not null)
            EntryElements.Apply(_entry, element, parent?.Container ?? FeedContainer.Feed);
        else
            FeedElements.Apply(_feed, element, parent?.Container ?? FeedContainer.Feed);
    }

    private readonly record struct ElementName(string Name, string Prefix, string Local);
}
