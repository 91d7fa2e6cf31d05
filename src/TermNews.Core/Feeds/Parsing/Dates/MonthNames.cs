namespace TermNews.Core.Feeds.Parsing.Dates;

/// <summary>Month names in the languages of feeds, in full or abbreviated.</summary>
internal static class MonthNames
{
    private const int ShortestName = 3;

    /// <summary>One line per language, without accents; twelve names each.</summary>
    private static readonly string[][] Languages =
    [
        "january february march april may june july august september october november december".Split(' '),
        "januar februar marz april mai juni juli august september oktober november dezember".Split(' '),
        "janner feber maerz april mai juni juli august september okt nov dez".Split(' '),
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".Split(' '),
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".Split(' '),
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro".Split(' '),
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".Split(' '),
        "januari februari maart april mei juni juli augustus september oktober november december".Split(' '),
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia".Split(' '),
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".Split(' '),
        "январь февраль март апрель маи июнь июль август сентябрь октябрь ноябрь декабрь".Split(' '),
        "ιανουαριος φεβρουαριος μαρτιος απριλιος μαιος ιουνιος ιουλιος αυγουστος σεπτεμβριος οκτωβριος νοεμβριος δεκεμβριος".Split(' '),
        "ιαν φεβ μαρ απρ μαϊ ιουν ιουλ αυγ σεπ οκτ νοε δεκ".Split(' '),
        "januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december".Split(' '),
        "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince".Split(' '),
        "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik".Split(' '),
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie".Split(' '),
    ];

    /// <summary>The month from 1 to 12; 0 if the word is none.</summary>
    public static int Find(string word)
    {
        var plain = WithoutAccents(word);
        if (plain.Length < ShortestName)
            return 0;
        foreach (var names in Languages)
        {
            for (var month = 0; month < names.Length; month++)
            {
                if (names[month].StartsWith(plain, StringComparison.Ordinal))
                    return month + 1;
            }
        }
        return 0;
    }

    private static string WithoutAccents(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in UnicodeForms.Nfd(word.ToLowerInvariant()))
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(c == 'ı' ? 'i' : c);
        }
        return plain.ToString();
    }
}
