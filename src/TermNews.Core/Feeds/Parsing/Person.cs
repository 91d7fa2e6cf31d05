namespace TermNews.Core.Feeds.Parsing;

/// <summary>An author.</summary>
/// <param name="Name">The name, or null.</param>
/// <param name="Email">The e-mail address, or null.</param>
internal sealed partial record Person(string? Name, string? Email)
{
    [GeneratedRegex("""[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9.\-]{1,190}\.[A-Za-z]{2,24}""")]
    private static partial Regex Address { get; }

    /// <summary>The form shown in a list of authors.</summary>
    public string? Shown => Name ?? Email;

    /// <summary>Reads <c>name</c>, <c>address</c>, <c>address (name)</c> and <c>name &lt;address&gt;</c>; null for nothing.</summary>
    public static Person? Parse(string? text)
    {
        var line = text is null ? "" : ForeignText.CleanLine(text);
        if (line.Length == 0)
            return null;
        if (line.Length > 1000 || Address.Match(line) is not { Success: true } match)
            return new(line, null);
        var name = line.Remove(match.Index, match.Length).Replace("mailto:", "", StringComparison.OrdinalIgnoreCase)
            .Trim(' ', '(', ')', '<', '>', '"', ',', ':', ';');
        return new(name.Length == 0 ? null : name, match.Value);
    }

    /// <summary>Combines name and address; null if both are empty.</summary>
    public static Person? From(string? name, string? email)
    {
        var plain = Parse(name);
        var address = Parse(email)?.Email;
        return plain is null && address is null ? null : new(plain?.Name, address ?? plain?.Email);
    }

    /// <summary>The names joined with ", ", without duplicates; null for an empty list.</summary>
    public static string? Join(IEnumerable<Person> people)
    {
        var joined = string.Join(", ", people.Select(person => person.Shown).Where(name => name is not null).Distinct().Take(50));
        return joined.Length == 0 ? null : joined;
    }
}
