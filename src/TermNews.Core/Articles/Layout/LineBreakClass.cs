namespace TermNews.Core.Articles.Layout;

/// <summary>The classes of the Unicode line breaking algorithm (UAX #14) after its rule LB 1.</summary>
internal enum LineBreakClass
{
#pragma warning disable CS1591 // The names are those of the standard, which describes them.
    AL, B2, BA, BB, BK, CB, CJ, CL, CM, CP, CR, EB, EM, EX, GL, HL, HY, ID, IN, IS, LF, NL, NS, NU, OP, PO, PR, QU, RI, SA, SP, SY, WJ, ZW,
    ZWJ,
#pragma warning restore CS1591
}
