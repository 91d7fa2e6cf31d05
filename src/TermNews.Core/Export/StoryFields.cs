namespace TermNews.Core.Export;

/// <summary>A field of an exported story.</summary>
/// <param name="Column">Its name and value.</param>
/// <param name="Needs">What has to be read beside the story itself.</param>
internal sealed record StoryField(Column<ExportedStory> Column, StoryPart Needs = StoryPart.None)
{
    /// <summary>Only present when the full text was asked for.</summary>
    public bool IsHeavy => Needs != StoryPart.None;
}

/// <summary>A part of a story that lists do not read unless a field needs it.</summary>
internal enum StoryPart
{
    /// <summary>Nothing more.</summary>
    None,

    /// <summary>Summary and content.</summary>
    Text,

    /// <summary>The comments.</summary>
    Comments,
}

/// <summary>A choice of the fields of stories.</summary>
public sealed class StoryFields
{
    /// <summary>All fields, in the order of the output. A new field is a line here.</summary>
    private static readonly StoryField[] All =
    [
        Number("id", static one => one.Story.Id),
        new(new("feed", static one => one.Story.Feed.Title, static (json, one) => StoryJson.Write(json, one.Story.Feed))),
        Text("guid", static one => one.Story.EntryGuid),
        Text("title", static one => one.Story.Title),
        Text("link", static one => one.Story.Link),
        Text("author", static one => one.Story.Author),
        Time("published", static one => one.Story.PublishedAt),
        Time("updated", static one => one.Story.UpdatedAt),
        Text("summary", static one => one.Text?.Summary, StoryPart.Text),
        Text("content", static one => one.Text?.Content, StoryPart.Text),
        new(Column.Texts("categories", static (ExportedStory one) => one.Story.Categories)),
        new(new("enclosures", static one => string.Join(' ', one.Story.Enclosures.Select(static enclosure => enclosure.Url)),
            static (json, one) => JsonText.WriteArray(json, one.Story.Enclosures, StoryJson.Write))),
        new(new("image", static one => one.Story.Image?.Url, static (json, one) => StoryJson.Write(json, one.Story.Image))),
        Text("language", static one => one.Story.Language),
        Text("discussion", static one => one.Story.DiscussionLink),
        Flag("read", static one => one.Story.Status.IsRead),
        Flag("saved", static one => one.Story.Status.IsSaved),
        Flag("pinned", static one => one.Story.Status.IsPinned),
        Flag("hidden", static one => one.Story.Status.IsHidden),
        Number("views", static one => one.Views),
        Number("comments", static one => one.Story.CommentCount),
        new(new("cluster", static one => Invariant(one.Story.Cluster.Id), static (json, one) => StoryJson.Write(json, one.Story.Cluster))),
        new(Column.Rounded("score", 4, static (ExportedStory one) => one.Ranked.Score)),
        Text("reason", static one => one.Ranked.Reason),
        new(new("comment_list", static one => string.Join(" / ", (one.Comments ?? []).Select(static comment => comment.Text.Value)),
            static (json, one) => JsonText.WriteArray(json, one.Comments ?? [], StoryJson.Write)), StoryPart.Comments),
    ];

    private readonly IReadOnlyList<StoryField> _fields;

    private StoryFields(IEnumerable<StoryField> fields)
    {
        _fields = [.. fields];
        Columns = [.. _fields.Select(static field => field.Column)];
    }

    /// <summary>The default of plain text.</summary>
    public static StoryFields ForText { get; } = Parse("id,published,feed,title,link");

    /// <summary>The chosen fields as columns, in order.</summary>
    public IReadOnlyList<Column<ExportedStory>> Columns { get; }

    /// <summary>Whether a field needs summary or content, which lists do not read by themselves.</summary>
    public bool NeedText => _fields.Any(static one => one.Needs == StoryPart.Text);

    /// <summary>Whether a field needs the comments, which lists do not read by themselves.</summary>
    public bool NeedComments => _fields.Any(static one => one.Needs == StoryPart.Comments);

    /// <summary>All fields; without text those of summary, content and comments are left out.</summary>
    public static StoryFields Complete(bool withText) => new(All.Where(field => withText || !field.IsHeavy));

    /// <summary>The fields in a comma-separated list of names; one that is named twice comes once, at its first place.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: one of them does not exist, or there is none.</exception>
    public static StoryFields Parse(string list)
    {
        string[] names = [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return names.Length > 0 ? new StoryFields(names.Select(Find).Distinct()) : throw Unknown(list);
    }

    /// <summary>The same fields without one.</summary>
    public StoryFields Without(string name) => new(_fields.Where(field => field.Column.Name != name));

    private static StoryField Text(string name, Func<ExportedStory, string?> value, StoryPart needs = StoryPart.None) =>
        new(Column.Text(name, value), needs);

    private static StoryField Number(string name, Func<ExportedStory, long?> value) => new(Column.Number(name, value));

    private static StoryField Time(string name, Func<ExportedStory, DateTimeOffset?> value) => new(Column.Time(name, value));

    private static StoryField Flag(string name, Func<ExportedStory, bool> value) => new(Column.Flag(name, value));

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static StoryField Find(string name) => All.FirstOrDefault(field => field.Column.Name == name) ?? throw Unknown(name);

    private static NewsException Unknown(string name) => new(NewsFault.WrongUse,
        $"There is no field '{name}'. The fields are {string.Join(", ", All.Select(static field => field.Column.Name))}.");
}
