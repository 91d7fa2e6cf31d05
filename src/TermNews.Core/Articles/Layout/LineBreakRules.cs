using C = TermNews.Core.Articles.Layout.LineBreakClass;

namespace TermNews.Core.Articles.Layout;

/// <summary>
/// The Unicode line breaking algorithm (UAX #14), except that Korean breaks between words only, and that scripts of South-East Asia, which
/// have no spaces, break where a syllable certainly begins.
/// </summary>
internal sealed class LineBreakRules
{
    private readonly string _text;
    private readonly List<int> _breaks = [];
    private C _before = C.WJ;      // The class before, without combining marks (LB 9); WJ at the beginning, where no break is allowed.
    private C _beforeSpaces = C.WJ;// The class before a run of spaces, or the class before.
    private C _beforeThat = C.WJ;  // The class before that one.
    private int _previous;         // The code point before.
    private int _runeBeforeMark;   // The code point that the class before belongs to.
    private bool _isAfterSpace = true;
    private bool _isAfterJoiner;
    private bool _isOddIndicator;

    private LineBreakRules(string text) => _text = text;

    /// <summary>The line break opportunities, ascending, without beginning and end. Line feeds are left to the caller.</summary>
    public static List<int> Breaks(string text)
    {
        var rules = new LineBreakRules(text);
        rules.Run();
        return rules._breaks;
    }

    private void Run()
    {
        for (var at = 0; at < _text.Length;)
        {
            var rune = RuneAt(at);
            var length = rune > 0xFFFF ? 2 : 1;
            var ofRune = LineBreakClasses.Of(rune);
            if (at > 0 && MayCut(rune, ofRune, at + length))
                _breaks.Add(at);
            Pass(rune, ofRune);
            at += length;
        }
    }

    private int RuneAt(int at)
    {
        if (at >= _text.Length)
            return -1;
        return Rune.DecodeFromUtf16(_text.AsSpan(at), out var rune, out _) == System.Buffers.OperationStatus.Done ? rune.Value : 0xFFFD;
    }

    /// <summary>Updates the state for the next positions.</summary>
    private void Pass(int rune, C ofRune)
    {
        _isAfterJoiner = ofRune == C.ZWJ;
        _previous = rune;
        if (ofRune is C.CM or C.ZWJ && TakesMarks(_before))
            return;
        _isOddIndicator = ofRune == C.RI && !(_before == C.RI && _isOddIndicator);
        if (ofRune == C.SP)
        {
            _isAfterSpace = true;
            if (_before != C.SP)
                _beforeSpaces = _before;
            _before = C.SP;
            return;
        }
        _beforeThat = _before;
        _before = _beforeSpaces = ofRune is C.CM or C.ZWJ ? C.AL : ofRune;
        (_runeBeforeMark, _isAfterSpace) = (rune, false);
    }

    private static bool TakesMarks(C before) => before is not (C.SP or C.ZW or C.BK or C.CR or C.LF or C.NL);

    private bool MayCut(int rune, C next, int following)
    {
        if (_before is C.LF or C.BK or C.CR or C.NL)
            return true;
        if (next is C.SP or C.ZW or C.LF or C.BK or C.CR or C.NL)
            return false;
        if (_before == C.ZW || (_before == C.SP && _beforeSpaces == C.ZW))
            return true;
        if (_isAfterJoiner || (next is C.CM or C.ZWJ && TakesMarks(_before)))
            return false;
        var resolved = next is C.CM or C.ZWJ ? C.AL : next;
        if (resolved == C.SA && _before == C.SA)
            return SouthEastAsian.MayCut(_previous, rune, RuneAt(following));
        if (resolved == C.SA)
            resolved = C.AL;
        var before = _before == C.SA ? C.AL : _before;
        return MayCut(before, resolved, rune, following);
    }

    private bool MayCut(C before, C next, int rune, int following)
    {
        if (before == C.WJ || next == C.WJ || before == C.GL)
            return false;
        if (next == C.GL)
            return before is C.SP or C.BA or C.HY;
        if (next is C.CL or C.CP or C.EX or C.IS or C.SY)
            return false;
        if (_beforeSpaces == C.OP || (_beforeSpaces == C.QU && next == C.OP && !_isAfterSpace))
            return false;
        if ((_beforeSpaces is C.CL or C.CP && next is C.NS or C.CJ) || (_beforeSpaces == C.B2 && next == C.B2))
            return false;
        if (before == C.SP)
            return true;
        if (before == C.QU || next == C.QU)
            return MayCutAtQuote(before, rune, following);
        return before == C.CB || next == C.CB || MayCutInside(before, next, rune);
    }

    /// <summary>No break next to a quotation mark, except between wide characters (LB 19a of Unicode 16).</summary>
    private bool MayCutAtQuote(C before, int rune, int following)
    {
        if (before == C.QU)
            return _runeBeforeMark is 0x201D or 0x2019 or 0xBB && IsWide(rune) && _beforeThat is C.ID or C.NS or C.CJ or C.CL or C.EX;
        return rune is 0x201C or 0x2018 or 0xAB && IsWide(_runeBeforeMark) && IsWide(RuneAt(following));
    }

    private static bool IsWide(int rune) => rune > 0x2E7F && LineBreakClasses.Of(rune) is C.ID or C.NS or C.CJ or C.CL or C.OP or C.EX;

    private bool MayCutInside(C before, C next, int rune)
    {
        if (next is C.BA or C.HY or C.NS or C.CJ || before == C.BB || next == C.IN)
            return false;
        if (before is C.HY or C.BA && (_beforeThat == C.HL || (IsHyphen(_runeBeforeMark) && IsWordStart())))
            return false;
        if (before == C.SY && next == C.HL)
            return false;
        if (IsNumber(before, next) || (IsLetter(before) && IsLetter(next)) || (before == C.IS && IsLetter(next)))
            return false;
        if (next == C.OP && (IsLetter(before) || before == C.NU) && !IsWideBracket(rune))
            return false;
        if (before == C.CP && (IsLetter(next) || next == C.NU) && !IsWideBracket(_runeBeforeMark))
            return false;
        if (before == C.RI && next == C.RI)
            return !_isOddIndicator;
        return !(before == C.EB && next == C.EM) && !(before == C.ID && next == C.EM);
    }

    private static bool IsHyphen(int rune) => rune is '-' or 0x2010;

    /// <summary>A hyphen at the beginning of a word belongs to the word (LB 20a).</summary>
    private bool IsWordStart() => _beforeThat is C.SP or C.WJ or C.OP or C.LF or C.GL;

    private static bool IsLetter(C one) => one is C.AL or C.HL;

    private static bool IsWideBracket(int rune) => rune >= 0x2E80 && TextWidth.OfGrapheme(new Rune(rune).ToString()) == 2;

    private static bool IsNumber(C before, C next) => (before, next) switch
    {
        (C.AL or C.HL, C.NU or C.PR or C.PO) or (C.NU or C.PR or C.PO, C.AL or C.HL) => true,
        (C.PR, C.ID or C.EB or C.EM) or (C.ID or C.EB or C.EM, C.PO) => true,
        (C.CL or C.CP or C.NU, C.PO or C.PR) or (C.PO or C.PR, C.OP or C.NU) => true,
        (C.HY or C.IS or C.NU or C.SY, C.NU) => true,
        _ => false,
    };
}
