namespace TermNews.Core.Storage.Writing;

/// <summary>A range of the entries of a visit.</summary>
/// <param name="Update">The visit.</param>
/// <param name="From">The index of the first entry.</param>
/// <param name="Count">The number of entries.</param>
internal readonly record struct StorePart(FeedUpdate Update, int From, int Count)
{
    /// <summary>
    /// True if it has the first entry of the feed. That is written last, together with the visit itself: an interrupted visit is fetched
    /// again.
    /// </summary>
    public bool IsLast => From == 0 && !Update.IsPart;
}

/// <summary>The entries of one transaction, few enough that another writer (the reader saving a story) hardly waits.</summary>
/// <param name="Parts">In the order of writing.</param>
internal sealed record StoreBatch(IReadOnlyList<StorePart> Parts)
{
    /// <summary>Entries in one transaction; writing them takes a few milliseconds.</summary>
    public const int MostEntries = 200;

    /// <summary>Splits updates into batches; the entries of a feed are written from the last to the first.</summary>
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
