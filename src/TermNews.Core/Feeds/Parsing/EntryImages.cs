using System.Globalization;
using TermNews.Core.Html;
using TermNews.Core.Stories;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>Collects the pictures an entry offers and picks the one that leads.</summary>
internal sealed class EntryImages
{
    public const int OfEnclosure = 1;
    public const int OfItunes = 2;
    public const int OfThumbnail = 3;
    public const int OfMedia = 4;

    private string? _url;
    private int _rank;
    private long _width;

    /// <summary>Text under the picture.</summary>
    public string? Caption { get; set; }

    /// <summary>Who made the picture.</summary>
    public string? Credit { get; set; }

    /// <summary>Offers a picture; better sources win, then wider pictures.</summary>
    public void Offer(string? url, int rank, string? width)
    {
        _ = long.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var wide);
        if (url is null || (rank, wide).CompareTo((_rank, _width)) <= 0)
            return;
        (_url, _rank, _width) = (url, rank, wide);
    }

    /// <summary>The best of all, else the first picture of the text; null where there is none.</summary>
    public StoryImage? Best(string? body)
    {
        var caption = string.Join(" ", new[] { Caption, Credit is null || Caption?.Contains(Credit, StringComparison.OrdinalIgnoreCase) == true ? null : $"({Credit})" }
            .Where(part => !string.IsNullOrEmpty(part)));
        if (_url is not null)
            return new(_url, caption.Length == 0 ? null : caption);
        return body is null ? null : FirstOf(body);
    }

    private static StoryImage? FirstOf(string body)
    {
        if (!body.Contains("<img", StringComparison.Ordinal))
            return null;
        var tokens = new HtmlTokenizer(body);
        while (tokens.Read())
        {
            if (tokens.Token != HtmlToken.Start || !tokens.Name.SequenceEqual("img"))
                continue;
            string? url = null, caption = null;
            while (tokens.ReadAttribute(out var name, out var value))
            {
                if (name.SequenceEqual("src"))
                    url = HtmlEntities.Decode(value);
                else if (name.SequenceEqual("alt"))
                    caption = HtmlEntities.Decode(value);
            }
            return url is null ? null : new(url, string.IsNullOrWhiteSpace(caption) ? null : Text.ForeignText.CleanLine(caption));
        }
        return null;
    }
}
