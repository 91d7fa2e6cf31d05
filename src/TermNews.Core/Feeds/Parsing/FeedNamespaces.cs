using System.Collections.Frozen;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>The XML vocabularies of feeds.</summary>
internal enum FeedNamespace
{
    /// <summary>RSS and Atom in all versions, and documents without a namespace.</summary>
    Core,

    /// <summary>Dublin Core, elements and terms.</summary>
    DublinCore,

    /// <summary>The content module.</summary>
    Content,

    /// <summary>Media RSS.</summary>
    Media,

    /// <summary>Podcasts.</summary>
    Itunes,

    /// <summary>Slash: counters.</summary>
    Slash,

    /// <summary>Atom threading (RFC 4685).</summary>
    Threading,

    /// <summary>XHTML.</summary>
    Xhtml,

    /// <summary>RDF.</summary>
    Rdf,

    /// <summary>The syndication module: how often a feed changes.</summary>
    Syndication,

    /// <summary>FeedBurner: the original link.</summary>
    FeedBurner,

    /// <summary>Atom elements inside RSS, which may contradict the RSS ones.</summary>
    Atom,

    /// <summary>Any other.</summary>
    Other,
}

/// <summary>Identifies vocabularies by their addresses, or by their usual prefixes if a document does not declare them.</summary>
internal static class FeedNamespaces
{
    private static readonly FrozenDictionary<string, FeedNamespace> ByAddress =
        new Dictionary<string, FeedNamespace>(StringComparer.OrdinalIgnoreCase)
        {
            ["www.w3.org/2005/atom"] = FeedNamespace.Atom,
            ["purl.org/atom/ns#"] = FeedNamespace.Atom,
            ["example.com/newformat#"] = FeedNamespace.Atom,
            ["example.com/necho"] = FeedNamespace.Atom,
            ["purl.org/echo"] = FeedNamespace.Atom,
            ["uri/of/echo/namespace#"] = FeedNamespace.Atom,
            ["purl.org/dc/elements/1.1"] = FeedNamespace.DublinCore,
            ["purl.org/dc/elements/1.0"] = FeedNamespace.DublinCore,
            ["purl.org/dc/terms"] = FeedNamespace.DublinCore,
            ["purl.org/rss/1.0/modules/content"] = FeedNamespace.Content,
            ["search.yahoo.com/mrss"] = FeedNamespace.Media,
            ["www.rssboard.org/media-rss"] = FeedNamespace.Media,
            ["tools.search.yahoo.com/mrss"] = FeedNamespace.Media,
            ["www.itunes.com/dtds/podcast-1.0.dtd"] = FeedNamespace.Itunes,
            ["www.itunes.com/dtds/podcast-1.0"] = FeedNamespace.Itunes,
            ["purl.org/rss/1.0/modules/slash"] = FeedNamespace.Slash,
            ["purl.org/syndication/thread/1.0"] = FeedNamespace.Threading,
            ["www.w3.org/1999/xhtml"] = FeedNamespace.Xhtml,
            ["www.w3.org/1999/02/22-rdf-syntax-ns#"] = FeedNamespace.Rdf,
            ["purl.org/rss/1.0/modules/syndication"] = FeedNamespace.Syndication,
            ["rssnamespace.org/feedburner/ext/1.0"] = FeedNamespace.FeedBurner,
            ["purl.org/rss/1.0"] = FeedNamespace.Core,
            ["my.netscape.com/rdf/simple/0.9"] = FeedNamespace.Core,
            ["channel.netscape.com/rdf/simple/0.9"] = FeedNamespace.Core,
            ["backend.userland.com/rss2"] = FeedNamespace.Core,
            ["backend.userland.com/rss"] = FeedNamespace.Core,
            ["blogs.law.harvard.edu/tech/rss"] = FeedNamespace.Core,
            ["www.rssboard.org/rss-specification"] = FeedNamespace.Core,
            ["my.netscape.com/publish/formats/rss-0.91.dtd"] = FeedNamespace.Core,
            [""] = FeedNamespace.Core,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, FeedNamespace> ByPrefix =
        new Dictionary<string, FeedNamespace>(StringComparer.OrdinalIgnoreCase)
        {
            [""] = FeedNamespace.Core,
            ["rss"] = FeedNamespace.Core,
            ["atom"] = FeedNamespace.Atom,
            ["a"] = FeedNamespace.Atom,
            ["atom10"] = FeedNamespace.Atom,
            ["dc"] = FeedNamespace.DublinCore,
            ["dcterms"] = FeedNamespace.DublinCore,
            ["content"] = FeedNamespace.Content,
            ["media"] = FeedNamespace.Media,
            ["itunes"] = FeedNamespace.Itunes,
            ["slash"] = FeedNamespace.Slash,
            ["thr"] = FeedNamespace.Threading,
            ["xhtml"] = FeedNamespace.Xhtml,
            ["rdf"] = FeedNamespace.Rdf,
            ["sy"] = FeedNamespace.Syndication,
            ["feedburner"] = FeedNamespace.FeedBurner,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The vocabulary of an address, ignoring scheme, case and a trailing slash.</summary>
    public static FeedNamespace FromAddress(string address)
    {
        var plain = address.Trim();
        var scheme = plain.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
            plain = plain[(scheme + 3)..];
        plain = plain.TrimEnd('/');
        return ByAddress.TryGetValue(plain, out var found) ? found : FeedNamespace.Other;
    }

    /// <summary>The vocabulary that a prefix usually means.</summary>
    public static FeedNamespace FromPrefix(string prefix) => ByPrefix.TryGetValue(prefix, out var found) ? found : FeedNamespace.Other;
}
