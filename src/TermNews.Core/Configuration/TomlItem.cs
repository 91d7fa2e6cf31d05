using Tomlyn.Syntax;

namespace TermNews.Core.Configuration;

/// <summary>A value of a TOML document with its full name and its place.</summary>
/// <param name="Path">The names of its tables, then its own.</param>
/// <param name="Value">The value, not a table.</param>
/// <param name="Line">Its key's line, from 1.</param>
/// <param name="Column">Its key's column, from 1.</param>
internal sealed record TomlItem(IReadOnlyList<string> Path, ValueSyntax Value, int Line, int Column)
{
    /// <summary>The index of its table heading in the document, from 1; 0: none. It tells tables of the same name apart.</summary>
    public int Table { get; init; }

    /// <summary>All values of a document, in its order, however its tables are written.</summary>
    public static IEnumerable<TomlItem> AllOf(DocumentSyntax document) =>
        Of(document.KeyValues, [])
            .Concat(document.Tables.SelectMany((table, at) =>
                Of(table.Items, table.Name is { } name ? NamesOf(name) : []).Select(item => item with { Table = at + 1 })));

    private static IEnumerable<TomlItem> Of(IEnumerable<KeyValueSyntax> pairs, IReadOnlyList<string> table)
    {
        foreach (var pair in pairs)
        {
            if (pair.Key is null || pair.Value is null)
                continue;
            IReadOnlyList<string> path = [.. table, .. NamesOf(pair.Key)];
            if (pair.Value is InlineTableSyntax inline)
            {
                foreach (var item in Of(inline.Items.Select(item => item.KeyValue).OfType<KeyValueSyntax>(), path))
                    yield return item;
            }
            else
            {
                var start = pair.Key.Span.Start;
                yield return new TomlItem(path, pair.Value, start.Line + 1, start.Column + 1);
            }
        }
    }

    private static IReadOnlyList<string> NamesOf(KeySyntax key) => [NameOf(key.Key), .. key.DotKeys.Select(dot => NameOf(dot.Key))];

    private static string NameOf(BareKeyOrStringValueSyntax? name) => name switch
    {
        StringValueSyntax quoted => quoted.Value ?? "",
        BareKeySyntax bare => bare.Key?.Text ?? "",
        _ => "",
    };
}
