using TermNews.Core.Feeds.Parsing.Dates;
using TermNews.Core.Html;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>Collects the elements of an entry; <see cref="Build"/> chooses between them once all are known.</summary>
internal sealed class EntryBuilder(Uri? baseUrl, string? language)
{
    // Bounds against hostile feeds, far above what real feeds have.
    public const int MostCategories = 500;
    private const int MostEnclosures = 200;

    private static readonly ParsedEntry NoFacts = new();

    public EntryBuilder(FeedElement element) : this(element.Base, FeedText.Language(element.Language))
    {
        About = FeedText.Line(
            element.Attributes.FirstOrDefault(attribute => attribute.Name.EndsWith(":about", StringComparison.OrdinalIgnoreCase)).Value);
        // CDF has these as attributes.
        SecondLink = SafeLinks.ResolveOrKeep(element["href"], element.Base);
        UpdatedAt = FeedDates.Parse(element["lastmod"]);
    }

    /// <summary>
    /// The facts that come from one element as they are. The other properties are candidates, among which <see cref="Build"/> chooses.
    /// </summary>
    public ParsedEntry Facts { get; set; } = NoFacts;

    /// <summary>The counters of <see cref="Facts"/>.</summary>
    public PublishedCounters Counters { get => Facts.Counters; set => Facts = Facts with { Counters = value }; }

    /// <summary><c>rdf:about</c>, the identifier of an item in RSS 1.0.</summary>
    public string? About { get; }
    public Uri? Base { get; } = baseUrl;
    public string? EntryGuid { get; set; }
    public bool IsGuidLink { get; set; }
    public string? Title { get; set; }
    public string? MediaTitle { get; set; }
    public string? Link { get; set; }
    public string? SecondLink { get; set; }
    public string? Summary { get; set; }
    public string? Subtitle { get; set; }
    public string? Content { get; set; }
    public string? MediaText { get; set; }
    public string? Language { get; set; } = language;
    public DateTimeOffset? PublishedAt { get; set; }
    public DateTimeOffset? IssuedAt { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public DateTimeOffset? DatedAt { get; set; }
    public List<Person> Authors { get; } = [];
    public List<Person> Creators { get; } = [];
    public PersonBuilder Person { get; } = new();
    public List<Enclosure> Enclosures { get; } = [];
    public EntryImages Images { get; } = new();
    private List<string> Categories { get; } = [];
    private HashSet<string> SeenCategories { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a category, unless it is a duplicate.</summary>
    public void AddCategory(string? category)
    {
        category = category is null ? null : BoundedText.Line(category);
        if (category is { Length: > 0 and < 500 } && Categories.Count < MostCategories && SeenCategories.Add(category))
            Categories.Add(category);
    }

    /// <summary>Adds an enclosure, unless it is a duplicate.</summary>
    public void AddEnclosure(string? url, string? type, string? length)
    {
        if (SafeLinks.ResolveWeb(url, Base) is not { } link || Enclosures.Count >= MostEnclosures
            || Enclosures.Exists(known => known.Url == link))
            return;
        var mediaType = type is null ? null : Text.ForeignText.CleanLine(type);
        Enclosures.Add(new(link, mediaType is { Length: > 0 and < 200 } ? mediaType : null, EntryElements.Number(length)));
        if (mediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) == true)
            Images.Offer(link, EntryImages.OfEnclosure, null);
    }

    /// <summary>The parsed entry.</summary>
    public ParsedEntry Build(FeedBuilder feed)
    {
        var authors = Authors.Count > 0 ? Authors : Creators.Count > 0 ? Creators : feed.Authors;
        var content = Content is null ? null : BoundedText.Body(Content);
        var summary = Summary ?? Subtitle ?? (Content is null ? MediaText : null);
        summary = summary is null ? null : BoundedText.Body(summary);
        var updated = UpdatedAt ?? DatedAt;
        var published = PublishedAt ?? IssuedAt ?? CreatedAt ?? DatedAt;
        return Facts with
        {
            EntryGuid = EntryGuid ?? About,
            Title = (Title ?? MediaTitle) is { } title ? BoundedText.Line(title) : null,
            Link = Link ?? SecondLink ?? (IsGuidLink ? SafeLinks.ResolveWeb(EntryGuid, null) : null),
            Author = Parsing.Person.Join(authors) is { } author ? BoundedText.Line(author) : null,
            AuthorEmail = authors.Select(author => author.Email).FirstOrDefault(email => email is not null),
            PublishedAt = published,
            UpdatedAt = updated,
            Summary = summary,
            Content = content,
            Categories = Categories,
            Enclosures = Enclosures,
            Image = Images.Best(content ?? summary),
            Language = Language ?? feed.Language,
            Counters = CountersInText.Complete(Counters, summary ?? content),
        };
    }
}
