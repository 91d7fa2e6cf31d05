using System.Text;
using TermNews.Core.Text;

namespace TermNews.Core.Articles;

/// <summary>
/// Collects the inlines of one paragraph. White space is folded across elements; elements still open where a paragraph ends are opened again in the
/// next one, as in <c>&lt;b&gt;one&lt;p&gt;two&lt;/b&gt;</c>.
/// </summary>
internal sealed class InlineBuilder
{
    private readonly List<Frame> _frames = [new Frame(null)];
    private bool _hasText;
    private bool _spacePending;

    private sealed class Frame(Func<IReadOnlyList<Inline>, Inline?>? wrap)
    {
        public List<Inline> Children { get; private set; } = [];

        public Inline? Wrapped => Children.Count > 0 ? wrap?.Invoke(Children) : null;

        public void Clear() => Children = [];
    }

    /// <summary>Whether there is something to take.</summary>
    public bool HasText => _hasText;

    /// <summary>Opens an element around what follows.</summary>
    public void Open(Func<IReadOnlyList<Inline>, Inline?> wrap)
    {
        WritePendingSpace();
        _frames.Add(new Frame(wrap));
    }

    /// <summary>Closes the element opened last.</summary>
    public void Close()
    {
        var wrapped = _frames[^1].Wrapped;
        _frames.RemoveAt(_frames.Count - 1);
        if (wrapped is not null)
            _frames[^1].Children.Add(wrapped);
    }

    public void AddText(string text)
    {
        var word = new StringBuilder();
        foreach (var c in ForeignText.CleanLines(text))
        {
            if (c is ' ' or '\n' or '\t' or '\r' or '\f')
            {
                Write(word);
                _spacePending = _hasText;
                continue;
            }
            if (_spacePending)
                SpaceBefore(word);
            word.Append(c);
        }
        Write(word);
    }

    public void Add(Inline inline)
    {
        WritePendingSpace();
        _frames[^1].Children.Add(inline);
        _hasText = true;
    }

    /// <summary>A line break; returns false where there was one just before, which is how old pages part paragraphs.</summary>
    public bool AddLineBreak()
    {
        _spacePending = false;
        if (!_hasText)
            return true;
        if (_frames[^1].Children is [.., LineBreak])
            return false;
        _frames[^1].Children.Add(new LineBreak());
        return true;
    }

    /// <summary>Takes the paragraph.</summary>
    public IReadOnlyList<Inline> Take()
    {
        for (var i = _frames.Count - 1; i > 0; i--)
        {
            if (_frames[i].Wrapped is { } wrapped)
                _frames[i - 1].Children.Add(wrapped);
            _frames[i].Clear();
        }
        var taken = _frames[0].Children;
        _frames[0].Clear();
        (_hasText, _spacePending) = (false, false);
        while (taken is [.., LineBreak])
            taken.RemoveAt(taken.Count - 1);
        return taken;
    }

    private void SpaceBefore(StringBuilder word)
    {
        if (word.Length > 0 || _frames[^1].Children.Count > 0 || _frames.Count == 1)
            word.Append(' ');
        else
            WritePendingSpace();
        _spacePending = false;
    }

    /// <summary>A space at the edge of an element belongs before it: links are not underlined there.</summary>
    private void WritePendingSpace()
    {
        if (!_spacePending)
            return;
        _spacePending = false;
        var frame = _frames.FindLast(frame => frame.Children.Count > 0) ?? _frames[0];
        if (frame.Children is not [.., LineBreak])
            Append(frame.Children, " ");
    }

    private void Write(StringBuilder word)
    {
        if (word.Length == 0)
            return;
        Append(_frames[^1].Children, word.ToString());
        word.Clear();
        _hasText = true;
    }

    private static void Append(List<Inline> children, string text)
    {
        if (children is [.., TextInline before])
            children[^1] = new TextInline(before.Text + text);
        else
            children.Add(new TextInline(text));
    }
}
