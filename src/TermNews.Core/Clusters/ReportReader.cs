using System.IO.Hashing;

namespace TermNews.Core.Clusters;

/// <summary>Makes reports of stories. Not safe for several threads.</summary>
internal sealed class ReportReader
{
    private readonly OpeningWords _title = new(), _lead = new();
    private readonly Slab<int> _numbers = new();
    private readonly Slab<long> _features = new();
    private readonly PageAddresses _pages = new();
    private readonly Dictionary<string, string> _languages = [];

    /// <summary>Reads a story.</summary>
    public Report Read(ClusterItem item) => new(item, Headline.Of(item.Title, _numbers, _features), OpeningOf(item))
    {
        Page = _pages.KeyOf(item.Link) is { } page ? (long)XxHash3.HashToUInt64(MemoryMarshal.AsBytes(page.AsSpan())) : null,
        Language = LanguageOf(item),
    };

    /// <summary>Title and lead; null if the lead is missing or too short.</summary>
    private Opening? OpeningOf(ClusterItem item)
    {
        if (item.Lead is null or "")
            return null;
        _title.Read(item.Title);
        _lead.Read(item.Lead);
        return Opening.Of(_title, _lead, _numbers);
    }

    /// <summary>Primary subtag of the language in lower case; null for none.</summary>
    private string? LanguageOf(ClusterItem item)
    {
        if (item.Language is not { Length: > 1 } tag)
            return null;
        if (!_languages.TryGetValue(tag, out var language))
            _languages[tag] = language = tag.Split('-', '_')[0].ToLowerInvariant();
        return language;
    }
}
