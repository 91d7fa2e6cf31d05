namespace TermNews.Core.Articles.Reading;

/// <summary>
/// Collects the inlines of one paragraph. White space is collapsed across elements. Elements that are open at the end of a paragraph are
/// opened again in the next one, as in <c>&lt;b&gt;one&lt;p&gt;two&lt;/b&gt;</c>.
/// </summary>
internal sealed class InlineBuilder
{
    private readonly List<Frame> _frames = [new Frame(null)];
    private bool _hasText;
    private bool _spacePending;

    /// <summary>An open element. A builder collects text at its end, because concatenation of strings would take quadratic time.</summary>
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

    /// <summary>Whether the paragraph has text.</summary>
    public bool HasText => _hasText;

    /// <summary>Opens an element around the following inlines.</summary>
    public void Open(Func<IReadOnlyList<Inline>, Inline?> wrap)
    {
        WritePendingSpace();
        _frames.Add(new Frame(wrap));
    }

    /// <summary>Closes the innermost element.</summary>
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

    /// <summary>Adds a line break; false after another one, because old pages separate paragraphs by two.</summary>
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

    /// <summary>Returns the paragraph and begins the next one.</summary>
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

    /// <summary>A space at the edge of an element goes before it, so that links do not underline it.</summary>
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
