using System.Text;
using TermNews.Core.Text;

namespace TermNews.Core.Articles.Reading;

/// <summary>
/// Collects the inlines of one paragraph. White space is folded across elements; elements still open where a paragraph ends are opened
/// again in the next one, as in <c>&lt;b&gt;one&lt;p&gt;two&lt;/b&gt;</c>.
/// </summary>
internal sealed class InlineBuilder
{
    private readonly List<Frame> _frames = [new Frame(null)];
    private bool _hasText;
    private bool _spacePending;

    /// <summary>An open element. Text is gathered at its end: adding to strings would take the square of their length.</summary>
    private sealed class Frame(Func<IReadOnlyList<Inline>, Inline?>? wrap)
    {
        private readonly StringBuilder _tail = new();
        private List<Inline> _children = [];

        public bool IsEmpty => _tail.Length == 0 && _children.Count == 0;

        public bool EndsInBreak => _tail.Length == 0 && _children is [.., LineBreak];

        public void AddText(StringBuilder text) => _tail.Append(text);

        public void AddSpace() => _tail.Append(' ');

        public void Add(Inline inline)
        {
            EndText();
            _children.Add(inline);
        }

        public Inline? TakeWrapped() => Take() is { Count: > 0 } taken ? wrap?.Invoke(taken) : null;

        public List<Inline> Take()
        {
            EndText();
            var taken = _children;
            _children = [];
            return taken;
        }

        private void EndText()
        {
            if (_tail.Length > 0)
                _children.Add(new TextInline(_tail.ToString()));
            _tail.Clear();
        }
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
        var wrapped = _frames[^1].TakeWrapped();
        _frames.RemoveAt(_frames.Count - 1);
        if (wrapped is not null)
            _frames[^1].Add(wrapped);
    }

    public void AddText(string text)
    {
        var word = new StringBuilder();
        foreach (var c in ForeignText.CleanLines(text))
        {
            if (c is ' ' or '\n' or '\t' or '\r' or '\f')
            {
                _spacePending = _hasText || word.Length > 0;
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
        _frames[^1].Add(inline);
        _hasText = true;
    }

    /// <summary>A line break; returns false where there was one just before, which is how old pages part paragraphs.</summary>
    public bool AddLineBreak()
    {
        _spacePending = false;
        if (!_hasText)
            return true;
        if (_frames[^1].EndsInBreak)
            return false;
        _frames[^1].Add(new LineBreak());
        return true;
    }

    /// <summary>Takes the paragraph.</summary>
    public IReadOnlyList<Inline> Take()
    {
        for (var i = _frames.Count - 1; i > 0; i--)
        {
            if (_frames[i].TakeWrapped() is { } wrapped)
                _frames[i - 1].Add(wrapped);
        }
        var taken = _frames[0].Take();
        (_hasText, _spacePending) = (false, false);
        while (taken is [.., LineBreak])
            taken.RemoveAt(taken.Count - 1);
        return taken;
    }

    private void SpaceBefore(StringBuilder word)
    {
        if (word.Length > 0 || !_frames[^1].IsEmpty || _frames.Count == 1)
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
        var frame = _frames.FindLast(frame => !frame.IsEmpty) ?? _frames[0];
        if (!frame.EndsInBreak)
            frame.AddSpace();
    }

    private void Write(StringBuilder word)
    {
        if (word.Length == 0)
            return;
        _frames[^1].AddText(word);
        _hasText = true;
    }
}
