using System.Text.RegularExpressions;

namespace TermNews.Core.Tests.Architecture;

/// <summary>A type declared at the outermost level of a file.</summary>
/// <param name="Name">Its name without type parameters.</param>
/// <param name="IsPartial">It is declared as partial.</param>
/// <param name="Lines">Lines of this part, from the declaration to its closing brace.</param>
internal sealed record DeclaredType(string Name, bool IsPartial, int Lines);

/// <summary>A use of a type, or of a whole namespace, of another folder.</summary>
/// <param name="From">The file.</param>
/// <param name="To">The folder that it sees.</param>
/// <param name="What">The type's name, or the using directive where none of its types is named.</param>
internal sealed record Sight(SourceFile From, string To, string What);

/// <summary>A file of src with its comments and strings taken out.</summary>
internal sealed partial class SourceFile
{
    private const string Prefix = "TermNews.";

    private readonly string _code;

    private SourceFile(string path, string text)
    {
        Path = System.IO.Path.GetRelativePath(SourceTree.Root, path).Replace('\\', '/');
        Folder = System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/')["src/".Length..].Replace(Prefix, "", StringComparison.Ordinal);
        _code = Skipped.Replace(text, WithoutText);
        Namespace = NamespaceLine.Match(_code).Groups[1].Value;
        Types = [.. TypesIn(_code.Split('\n'))];
    }

    /// <summary>Its path from the root of the repository.</summary>
    public string Path { get; }

    /// <summary>Its folder as CONTRIBUTING names it.</summary>
    public string Folder { get; }

    /// <summary>Its namespace; empty where it declares none.</summary>
    public string Namespace { get; }

    /// <summary>The types that it declares, nested ones left aside.</summary>
    public IReadOnlyList<DeclaredType> Types { get; }

    /// <summary>Reads a file.</summary>
    public static SourceFile Read(string path) => new(path, File.ReadAllText(path).ReplaceLineEndings("\n"));

    /// <summary>The namespace that belongs to a folder.</summary>
    public static string NamespaceOf(string folder) => Prefix + folder.Replace('/', '.');

    /// <summary>Whether a source generator adds to its partial types.</summary>
    public bool HasGeneratedCode => Generated.IsMatch(_code);

    /// <summary>
    /// The folders it sees: by a using directive, by a name of an enclosing namespace or of one that its project uses globally, or by a
    /// name written out. The compiler refuses unneeded using directives.
    /// </summary>
    public IEnumerable<Sight> Sights()
    {
        var globals = SourceTree.GlobalUsings[string.Join('/', Path.Split('/').Take(2))];
        var usings = Usings.Matches(_code).Select(match => match.Groups[1].Value).ToHashSet();
        var body = Directives.Replace(_code, "");
        var members = EnumMembers.Matches(body).Select(match => match.Groups[1].Value);
        var names = Names.Matches(body).Select(match => match.Value).Except(members).ToHashSet();
        foreach (var folder in SourceTree.Folders.Where(folder => folder != Folder))
        {
            var space = NamespaceOf(folder);
            var isUsed = usings.Any(used => used == space || IsTypeOf(used, space));
            if (!isUsed && !Namespace.StartsWith(space + ".", StringComparison.Ordinal) && !globals.Contains(space))
                continue;
            var types = names.Where(name => SourceTree.FoldersOfType[name].Contains(folder)).Order(StringComparer.Ordinal).ToList();
            if (types.Count > 0 || isUsed)
                yield return new(this, folder, types.Count > 0 ? string.Join(", ", types) : $"using {space};");
        }
        foreach (Match name in WrittenOut.Matches(body))
        {
            foreach (var folder in SourceTree.FoldersOfType[name.Groups[2].Value].Where(folder => folder != Folder))
            {
                if ($".{NamespaceOf(folder)}.".EndsWith($".{name.Groups[1].Value}", StringComparison.Ordinal))
                    yield return new(this, folder, name.Value);
            }
        }
    }

    private static bool IsTypeOf(string used, string space) =>
        used.StartsWith(space + ".", StringComparison.Ordinal) && SourceTree.FoldersOfType.Contains(used[(space.Length + 1)..])
            && SourceTree.Folders.All(folder => NamespaceOf(folder) != used);

    /// <summary>Comments and texts go; what an interpolated text computes stays.</summary>
    private static string WithoutText(Match match) => !match.Value.StartsWith('$')
        ? new string('\n', match.Value.Count(c => c == '\n'))
        : string.Concat(Holes.Matches(match.Value).Select(hole => $" {hole.Groups[1].Value} "))
        + new string('\n', match.Value.Count(c => c == '\n'));

    private static IEnumerable<DeclaredType> TypesIn(string[] lines)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            if (Declaration.Match(lines[at]) is not { Success: true } found)
                continue;
            var end = at;
            while (end < lines.Length - 1 && lines[end] != "}"
                && !(lines[end].EndsWith(';') && lines[at..(end + 1)].All(line => !line.StartsWith('{'))))
                end++;
            yield return new(found.Groups["name"].Value, found.Groups["partial"].Success, end - at + 1);
        }
    }

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|\$*("{3,}).*?\1|\$?@?\$?"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'""", RegexOptions.Singleline)]
    private static partial Regex Skipped { get; }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Holes { get; }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine { get; }

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?(TermNews[\w.]*);", RegexOptions.Multiline)]
    private static partial Regex Usings { get; }

    [GeneratedRegex(@"^(using|namespace) [^\n]*", RegexOptions.Multiline)]
    private static partial Regex Directives { get; }

    /// <summary>Names, but not where a parameter, a tuple element or a member is declared: after its type, before what ends it.</summary>
    [GeneratedRegex(@"(?<![\w.])(?!(?<=(?<!\b(?:new|return|is|as|in|await|throw|case|not|and|or)) (?<=[\w>\])?] ))"
        + @"[A-Z]\w*\s*[,);={])[A-Z]\w*")]
    private static partial Regex Names { get; }

    [GeneratedRegex(@"^    ([A-Z]\w*)(?: = [^,\n]+)?,$", RegexOptions.Multiline)]
    private static partial Regex EnumMembers { get; }

    [GeneratedRegex(@"(?<![\w.])((?:[A-Z]\w*\.)+)([A-Z]\w*)")]
    private static partial Regex WrittenOut { get; }

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|static|abstract|readonly|ref|unsafe|(?<partial>partial)) )*"
        + @"(?:(?:class|interface|enum|struct|record(?: struct| class)?) |delegate [^(]*?(?=\b[A-Z]\w*(?:<[^(]*>)?\())(?<name>[A-Z]\w*)")]
    private static partial Regex Declaration { get; }

    [GeneratedRegex(@"\[(?:GeneratedRegex|LibraryImport|LoggerMessage|JsonSerializable)\b")]
    private static partial Regex Generated { get; }
}
