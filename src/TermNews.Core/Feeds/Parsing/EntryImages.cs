using TermNews.Core.Html;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>Collects the pictures of an entry and chooses its lead picture.</summary>
internal sealed class EntryImages
{
    public const int OfEnclosure = 1;
    public const int OfItunes = 2;
    public const int OfThumbnail = 3;
    public const int OfMedia = 4;

    private string? _url;
    private int _rank;
    private long _width;

    /// <summary>The caption.</summary>
    public string? Caption { get; set; }

    /// <summary>The credit.</summary>
    public string? Credit { get; set; }

    /// <summary>Offers a picture. The better source wins, then the wider picture.</summary>
    public void Offer(string? url, int rank, string? width)
    {
        _ = long.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var wide);
        if (url is null || (rank, wide).CompareTo((_rank, _width)) <= 0)
            return;
        (_url, _rank, _width) = (url, rank, wide);
    }

    /// <summary>The best picture, else the first one of the text; null if there is none.</summary>
    public StoryImage? Best(string? body)
    {
        var credit = Credit is null || Caption?.Contains(Credit, StringComparison.OrdinalIgnoreCase) == true ? null : $"({Credit})";
        var caption = string.Join(" ", new[] { Caption, credit }
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
