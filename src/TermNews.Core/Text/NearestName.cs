namespace TermNews.Core.Text;

/// <summary>Finds the name that a misspelt word stands for.</summary>
public static class NearestName
{
    /// <summary>Edit distance of a suggestion at most; names are short, so 3 would match unrelated ones.</summary>
    private const int Farthest = 2;

    /// <summary>The nearest of some names; null if none is near.</summary>
    public static string? Of(string word, IEnumerable<string> names) => names
        .Select(name => (Name: name, Steps: Steps(word, name)))
        .Where(candidate => candidate.Steps is > 0 and <= Farthest && candidate.Name.Length > candidate.Steps + 1)
        .OrderBy(static candidate => candidate.Steps)
        .Select(static candidate => candidate.Name)
        .FirstOrDefault();

    /// <summary>The edit distance with transpositions (optimal string alignment); words of very different length are far apart.</summary>
    private static int Steps(string from, string to)
    {
        if (Math.Abs(from.Length - to.Length) > Farthest)
            return int.MaxValue;
        var table = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                table[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }
        return table[from.Length, to.Length];
    }
}
