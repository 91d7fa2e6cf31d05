namespace TermNews.Core.Feeds.Parsing;

/// <summary>Collects the elements of a feed.</summary>
internal sealed class FeedBuilder
{
    // A feed that asks for less than a visit a week would look dead to its reader.
    private static readonly TimeSpan LongestTtl = TimeSpan.FromDays(7);

    public string? Title { get; set; }
    public string? SiteUrl { get; set; }
    public string? Id { get; set; }
    public string? Description { get; set; }
    public string? Language { get; set; }
    public DateTimeOffset? PublishedAt { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public TimeSpan? Ttl { get; set; }
    public TimeSpan? UpdatePeriod { get; set; }
    public int UpdatesInPeriod { get; set; } = 1;
    public string? SelfUrl { get; set; }
    public string? HubUrl { get; set; }
    public SkippedElements Skipped { get; } = new();
    public List<Person> Authors { get; } = [];
    public PersonBuilder Person { get; } = new();
    public List<EntryBuilder> Entries { get; } = [];

    public ParsedFeed Build(IReadOnlyList<string> warnings) => new()
    {
        Title = Title is null ? null : BoundedText.Line(Title),
        SiteUrl = SiteUrl,
        Id = Id,
        Description = Description is null ? null : BoundedText.Body(Description),
        Author = Parsing.Person.Join(Authors),
        Language = Language,
        PublishedAt = PublishedAt,
        UpdatedAt = UpdatedAt,
        Ttl = (Ttl ?? (UpdatePeriod / UpdatesInPeriod)) is { } ttl ? ttl < LongestTtl ? ttl : LongestTtl : null,
        SelfUrl = SelfUrl,
        HubUrl = HubUrl,
        Skipped = Skipped.ToTimes(),
        Entries = [.. Entries.Select(entry => entry.Build(this))],
        Warnings = warnings,
    };
}

/// <summary>The parts of an author element.</summary>
internal sealed class PersonBuilder
{
    private string? _name;
    private string? _email;

    /// <summary>Applies a part.</summary>
    public void Apply(FeedElement element)
    {
        if (element.Local is "name")
            _name ??= element.Text;
        else if (element.Local is "email")
            _email ??= element.Text;
    }

    /// <summary>The author, or null; resets the builder.</summary>
    public Person? Take(FeedElement author)
    {
        var person = Person.From(_name, _email) ?? Person.Parse(author.Text);
        (_name, _email) = (null, null);
        return person;
    }
}
