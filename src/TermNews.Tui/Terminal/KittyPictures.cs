using TermNews.Core.Pictures;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Pictures by kitty's graphics protocol with Unicode placeholders (<c>sw.kovidgoyal.net/kitty/graphics-protocol</c>). A picture is sent
/// once and has a number; each of its cells holds a placeholder whose combining marks encode row and column, and whose colour encodes the
/// number.
/// </summary>
internal sealed class KittyPictures(ColorLevel level)
{
    /// <summary>The number of rows and columns that marks can encode.</summary>
    public static int Most => Marks.Length;

    private const string Placeholder = "\U0010EEEE";
    private const int ChunkSize = 4096;

    /// <summary>The first of the combining characters that encode numbers from 0.</summary>
    private const string Marks =
        "\u0305\u030D\u030E\u0310\u0312\u033D\u033E\u033F\u0346\u034A\u034B\u034C\u0350\u0351\u0352\u0357\u035B\u0363\u0364\u0365"
        + "\u0366\u0367\u0368\u0369\u036A\u036B\u036C\u036D\u036E\u036F\u0483\u0484\u0485\u0486\u0487\u0592\u0593\u0594\u0595\u0597"
        + "\u0598\u0599\u059C\u059D\u059E\u059F\u05A0\u05A1\u05A8\u05A9\u05AB\u05AC\u05AF\u05C4\u0610\u0611\u0612\u0613\u0614\u0615"
        + "\u0616\u0617\u0657\u0658\u0659\u065A\u065B\u065D\u065E\u06D6\u06D7\u06D8\u06D9\u06DA\u06DB\u06DC\u06DF\u06E0\u06E1\u06E2"
        + "\u06E4\u06E7\u06E8\u06EB\u06EC\u0730\u0732\u0733\u0735\u0736\u073A\u073D\u073F\u0740\u0741\u0743\u0745\u0747\u0749\u074A"
        + "\u07EB\u07EC\u07ED\u07EE\u07EF\u07F0\u07F1\u07F3\u0816\u0817\u0818\u0819\u081B\u081C\u081D\u081E\u081F\u0820\u0821\u0822"
        + "\u0823\u0825\u0826\u0827\u0829\u082A\u082B\u082C\u082D\u0951\u0953\u0954\u0F82\u0F83\u0F86\u0F87\u135D\u135E\u135F\u17DD"
        + "\u193A\u1A17\u1A75\u1A76\u1A77\u1A78\u1A79\u1A7A\u1A7B\u1A7C";

    private static readonly Color[] Colours = [.. MakeColours()];

    private readonly Dictionary<PlacedPicture, int> _slots = [];
    private readonly StringBuilder _toSend = new();

    /// <summary>The placeholder for a cell of a picture.</summary>
    public static string GraphemeAt(int row, int column) => $"{Placeholder}{Marks[row]}{Marks[column]}";

    /// <summary>Whether a cell holds a placeholder.</summary>
    public static bool Is(string grapheme) => grapheme.StartsWith(Placeholder, StringComparison.Ordinal);

    /// <summary>The style that encodes the picture of a cell. A new picture is sent before the next frame.</summary>
    public Attribute LookOf(PlacedPicture picture)
    {
        if (!_slots.TryGetValue(picture, out var slot))
        {
            if (_slots.Count == Colours.Length)
                _toSend.Append(TakeAllBack());
            _slots[picture] = slot = _slots.Count;
            AppendPicture(picture, NumberOf(slot));
        }
        return new Attribute(Colours[slot], Color.None, Style.None);
    }

    /// <summary>The bytes to send before a frame: the pictures that are new in it.</summary>
    public string TakeNew()
    {
        var sequence = _toSend.ToString();
        _toSend.Clear();
        return sequence;
    }

    /// <summary>Deletes all pictures from the terminal.</summary>
    public string TakeAllBack()
    {
        var sequence = string.Concat(
            _slots.Values.Select(slot => string.Create(CultureInfo.InvariantCulture, $"\e_Ga=d,d=I,i={NumberOf(slot)},q=2\e\\")));
        _slots.Clear();
        return sequence;
    }

    private void AppendPicture(PlacedPicture placed, int number)
    {
        var file = Convert.ToBase64String(PictureFile.ToPng(placed.Picture));
        for (var at = 0; at < file.Length; at += ChunkSize)
        {
            var chunk = file.AsSpan(at, Math.Min(ChunkSize, file.Length - at));
            var goesOn = at + ChunkSize < file.Length ? 1 : 0;
            _toSend.Append("\e_G");
            if (at == 0)
                _toSend.Append(CultureInfo.InvariantCulture, $"a=T,U=1,q=2,f=100,i={number},c={placed.Columns},r={placed.Rows},");
            _toSend.Append(CultureInfo.InvariantCulture, $"m={goesOn};").Append(chunk).Append("\e\\");
        }
    }

    /// <summary>The number that a colour encodes: itself with 24-bit colours, else its index in xterm's 256.</summary>
    private int NumberOf(int slot)
    {
        var colour = Colours[slot];
        return level == ColorLevel.TrueColor
            ? (colour.R << 16) | (colour.G << 8) | colour.B
            : 16 + (36 * StepOf(colour.R)) + (6 * StepOf(colour.G)) + StepOf(colour.B);
    }

    private static int StepOf(int value) => value == 0 ? 0 : (value - 55) / 40;

    /// <summary>The colours of xterm's cube, without greys and named colours, which are sent as other sequences.</summary>
    private static IEnumerable<Color> MakeColours()
    {
        int[] steps = [0, 95, 135, 175, 215, 255];
        foreach (var red in steps)
        {
            foreach (var green in steps)
            {
                foreach (var blue in steps)
                {
                    if ((red != green || green != blue) && new[] { red, green, blue }.Any(value => value is not (0 or 255)))
                        yield return new Color(red, green, blue);
                }
            }
        }
    }
}
