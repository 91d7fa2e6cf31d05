namespace TermNews.Core.Tests.Architecture;

/// <summary>Faults of the source, told one a line.</summary>
internal static class Faults
{
    private const int MostShown = 40;

    /// <summary>Fails with the first of them where there are any.</summary>
    public static void None(IEnumerable<string> faults)
    {
        var all = faults.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{all.Count} faults:\n{string.Join('\n', all.Take(MostShown))}");
    }
}
