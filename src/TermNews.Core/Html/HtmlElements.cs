using System.Collections.Frozen;

namespace TermNews.Core.Html;

/// <summary>The treatment of an element in safe HTML.</summary>
internal enum HtmlRole
{
    /// <summary>Unknown to HTML: the tags are removed, the content stays.</summary>
    Unknown,

    /// <summary>Kept as an inline element.</summary>
    Inline,

    /// <summary>Kept as a block.</summary>
    Block,

    /// <summary>Kept as part of a table.</summary>
    Cell,

    /// <summary>Kept as a void element.</summary>
    Void,

    /// <summary>The tags are removed, the content stays.</summary>
    Unwrapped,

    /// <summary>Removed with its content.</summary>
    Dropped,

    /// <summary>A player or frame, replaced by a link.</summary>
    Embedded,
}

/// <summary>The elements of HTML by their treatment.</summary>
internal static class HtmlElements
{
    private static readonly FrozenDictionary<string, (string Name, HtmlRole Role)> ByName = Make();

    private static readonly FrozenDictionary<string, (string Name, HtmlRole Role)>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The role of an element.</summary>
    public static HtmlRole RoleOf(ReadOnlySpan<char> name) => Find(name).Role;

    /// <summary>The element's name in lower case, without a prefix as in <c>xhtml:p</c>, and its role.</summary>
    public static (string Name, HtmlRole Role) Find(ReadOnlySpan<char> name)
    {
        var colon = name.IndexOf(':');
        return BySpan.TryGetValue(colon < 0 ? name : name[(colon + 1)..], out var found) ? found : ("", HtmlRole.Unknown);
    }

    private static FrozenDictionary<string, (string, HtmlRole)> Make()
    {
        var all = new Dictionary<string, (string, HtmlRole)>(StringComparer.OrdinalIgnoreCase);
        void Add(HtmlRole role, string names)
        {
            foreach (var name in names.Split(' '))
                all[name] = (name, role);
        }
        Add(HtmlRole.Inline, "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q rp rt ruby s samp small span strike "
            + "strong sub sup time tt u var "
            + "math maction mfrac mi mmultiscripts mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable "
            + "mtd mtext mtr "
            + "munder munderover semantics");
        Add(HtmlRole.Block,
            "address article aside blockquote center dd details dir div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 "
            + "header hgroup legend li main menu nav ol p pre section summary ul");
        Add(HtmlRole.Cell, "caption col colgroup table tbody td tfoot th thead tr");
        Add(HtmlRole.Void, "br hr img wbr");
        Add(HtmlRole.Unwrapped,
            "area base blink body button data embed form frame frameset head html input label link map marquee meta meter noembed noframes "
            + "noscript optgroup option output param picture progress source svg title track");
        Add(HtmlRole.Dropped, "annotation annotation-xml applet canvas datalist plaintext script select style template textarea xmp");
        Add(HtmlRole.Embedded, "audio iframe object video");
        return all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
