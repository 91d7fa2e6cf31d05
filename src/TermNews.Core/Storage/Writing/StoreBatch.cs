using TermNews.Core.Stories;

namespace TermNews.Core.Storage.Writing;

/// <summary>Some of what a visit brought.</summary>
/// <param name="Update">The visit.</param>
/// <param name="From">The first entry.</param>
/// <param name="Count">How many.</param>
internal readonly record struct StorePart(FeedUpdate Update, int From, int Count)
{
    /// <summary>It has the feed's first entry, which is written last: with it the visit itself is noted. What is interrupted before is fetched again.</summary>
    public bool IsLast => From == 0 && !Update.IsPart;
}

/// <summary>What is written in one transaction: so little that whoever else writes, a reader who saves a story, hardly waits.</summary>
/// <param name="Parts">In the order of writing.</param>
internal sealed record StoreBatch(IReadOnlyList<StorePart> Parts)
{
    /// <summary>Entries of one transaction; a few milliseconds' worth.</summary>
    public const int MostEntries = 200;

    /// <summary>Divides updates into batches; the entries of a feed go from the last to the first.</summary>
    public static IEnumerable<StoreBatch> Of(IEnumerable<FeedUpdate> updates)
    {
        List<StorePart> parts = [];
        var room = MostEntries;
        foreach (var update in updates)
        {
            for (var left = update.Stories.Count; ;)
            {
                var count = Math.Min(left, room);
                left -= count;
                parts.Add(new StorePart(update, left, count));
                room -= count;
                if (room == 0)
                {
                    yield return new StoreBatch([.. parts]);
                    parts.Clear();
                    room = MostEntries;
                }
                if (left == 0)
                    break;
            }
        }
        if (parts.Count > 0)
            yield return new StoreBatch(parts);
    }
}
