using ColorCode;
using ColorCode.Common;
using ColorCode.Compilation;
using ColorCode.Parsing;

namespace TermNews.Core.Articles.Layout;

/// <summary>Syntax highlighting of code blocks.</summary>
internal static class CodeColours
{
    /// <summary>Characters: the library uses regular expressions, which take too long for more.</summary>
    private const int LongestCode = 20_000;

    /// <summary>Characters: longer lines are minified code, on which the expressions backtrack.</summary>
    private const int LongestLine = 1_000;

    private static readonly Lock Turn = new();   // The library compiles a language on first use and is not thread-safe then.

    private static readonly Lazy<LanguageParser> Parser = new(() =>
        new LanguageParser(
            new LanguageCompiler(new Dictionary<string, CompiledLanguage>(), new ReaderWriterLockSlim()),
            new LanguageRepository(Languages.All.ToDictionary(static language => language.Id))));

    /// <summary>The style of each character; null if the language is not known or the code is too long.</summary>
    public static TextStyle[]? Of(string code, string? language)
    {
        if (language is null || code.Length > LongestCode || code.Split('\n').Any(line => line.Length > LongestLine))
            return null;
        if (Languages.FindById(AliasOf(language.ToLowerInvariant())) is not { } known)
            return null;
        var styles = new TextStyle[code.Length];
        var at = 0;
        lock (Turn)
        {
            Parser.Value.Parse(code, known, (piece, scopes) =>
            {
                Paint(styles.AsSpan(at, Math.Min(piece.Length, styles.Length - at)), scopes);
                at += piece.Length;
            });
        }
        return at == code.Length ? styles : null;
    }

    private static void Paint(Span<TextStyle> styles, IList<Scope> scopes)
    {
        foreach (var scope in scopes)
        {
            var (start, end) = (Math.Clamp(scope.Index, 0, styles.Length), Math.Clamp(scope.Index + scope.Length, 0, styles.Length));
            styles[start..end].Fill(StyleOf(scope.Name));
            Paint(styles, scope.Children);
        }
    }

    private static TextStyle StyleOf(string scope) => scope switch
    {
        _ when scope.Contains("Comment", StringComparison.OrdinalIgnoreCase) => TextStyle.Dim | TextStyle.Italic,
        _ when scope.Contains("String", StringComparison.OrdinalIgnoreCase) || scope == ScopeName.HtmlAttributeValue => TextStyle.Code,
        _ when scope.Contains("Keyword", StringComparison.OrdinalIgnoreCase) || scope == ScopeName.HtmlElementName => TextStyle.Bold,
        _ when scope is ScopeName.Number or ScopeName.Type or ScopeName.ClassName or ScopeName.BuiltinFunction => TextStyle.Accent,
        _ => TextStyle.Plain,
    };

    /// <summary>Languages without a grammar take that of a similar one.</summary>
    private static string AliasOf(string language) => language switch
    {
        "js" or "jsx" or "json" or "jsonc" or "node" => "javascript",
        "ts" or "tsx" => "typescript",
        "py" or "python3" or "pycon" => "python",
        "cs" or "csharp" => "c#",
        "c" or "h" or "cc" or "cxx" or "c++" or "hpp" or "objc" or "rust" or "rs" or "go" or "golang" or "swift" or "zig" => "cpp",
        "kt" or "kotlin" or "scala" or "groovy" or "dart" => "java",
        "ps1" or "pwsh" => "powershell",
        "htm" or "xhtml" or "vue" or "svelte" => "html",
        "svg" or "xsl" or "rss" => "xml",
        "fs" or "fsharp" or "ocaml" or "ml" => "f#",
        "hs" => "haskell",
        "mysql" or "postgres" or "postgresql" or "plsql" or "sqlite" => "sql",
        "md" => "markdown",
        "scss" or "less" => "css",
        _ => language,
    };
}
