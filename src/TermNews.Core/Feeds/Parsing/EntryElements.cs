using TermNews.Core.Feeds.Parsing.Dates;
using TermNews.Core.Html;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>
/// The elements of an entry, by vocabulary. The element of a new fact is read here, into <see cref="EntryBuilder.Facts"/>.
/// </summary>
internal static class EntryElements
{
    // A bound against hostile feeds.
    private const int MostAuthors = 50;

    /// <summary>Applies an element that has just closed.</summary>
    public static void Apply(EntryBuilder entry, FeedElement element, FeedContainer inside)
    {
        if (inside == FeedContainer.Person)
        {
            entry.Person.Apply(element);
            return;
        }
        if (inside == FeedContainer.Image)
        {
            if (element.Local == "url")
                entry.Images.Offer(SafeLinks.ResolveWeb(element.Text, element.Base), EntryImages.OfThumbnail, null);
            return;
        }
        switch (element.Namespace)
        {
            case FeedNamespace.Core or FeedNamespace.Atom: CoreElements.Apply(entry, element); break;
            case FeedNamespace.DublinCore: ApplyDublinCore(entry, element); break;
            case FeedNamespace.Media: MediaElements.Apply(entry, element); break;
            case FeedNamespace.Itunes: ApplyItunes(entry, element); break;
            default: ApplyModule(entry, element); break;
        }
    }

    /// <summary>Adds an author.</summary>
    public static void AddPerson(List<Person> people, Person? person)
    {
        if (person is not null && people.Count < MostAuthors)
            people.Add(person);
    }

    private static void ApplyDublinCore(EntryBuilder entry, FeedElement element)
    {
        switch (element.Local)
        {
            case "title": entry.MediaTitle ??= TextConstructs.ToLine(element); break;
            case "creator" or "author": AddPerson(entry.Creators, Person.Parse(element.Text)); break;
            case "subject": entry.AddCategory(FeedText.Label(element.Text)); break;
            case "language": entry.Language = FeedText.Language(element.Text) ?? entry.Language; break;
            case "description" or "abstract": entry.Subtitle ??= TextConstructs.ToHtml(element); break;
            case "date": entry.DatedAt ??= FeedDates.Parse(element.Text); break;
            case "modified": entry.UpdatedAt ??= FeedDates.Parse(element.Text); break;
            case "issued": entry.IssuedAt ??= FeedDates.Parse(element.Text); break;
            case "created": entry.CreatedAt ??= FeedDates.Parse(element.Text); break;
        }
    }

    private static void ApplyItunes(EntryBuilder entry, FeedElement element)
    {
        switch (element.Local)
        {
            case "author": AddPerson(entry.Creators, Person.Parse(element.Text)); break;
            case "summary": entry.MediaText ??= TextConstructs.ToHtml(element); break;
            case "title": entry.MediaTitle ??= TextConstructs.ToLine(element); break;
            case "image":
                entry.Images.Offer(SafeLinks.ResolveWeb(element["href"] ?? element["url"], element.Base), EntryImages.OfItunes, null);
                break;
            case "keywords":
                foreach (var keyword in element.Text.Split(',', EntryBuilder.MostCategories))
                    entry.AddCategory(FeedText.Label(keyword));
                break;
            case "category": entry.AddCategory(FeedText.Label(element["text"])); break;
        }
    }

    private static void ApplyModule(EntryBuilder entry, FeedElement element)
    {
        switch (element.Namespace, element.Local)
        {
            case (FeedNamespace.Content, "encoded"): entry.Content = TextConstructs.ToHtml(element) ?? entry.Content; break;
            case (FeedNamespace.Xhtml, "body" or "div"): entry.Content ??= TextConstructs.ToHtml(element); break;
            case (FeedNamespace.Slash, "comments") or (FeedNamespace.Threading, "total"):
                entry.Counters = entry.Counters with { Comments = Number(element.Text) ?? entry.Counters.Comments };
                break;
            case (FeedNamespace.FeedBurner, "origlink"): entry.SecondLink ??= SafeLinks.Resolve(element.Text, entry.Base); break;
        }
    }

    /// <summary>A count, or null.</summary>
    public static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture,
            out var number) ? number : null;
}
