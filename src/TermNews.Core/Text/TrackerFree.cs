namespace TermNews.Core.Text;

/// <summary>Removes tracking parameters such as <c>utm_source</c> from addresses.</summary>
public static class TrackerFree
{
    private static readonly string[] Beginnings = ["utm_", "mtm_", "pk_", "piwik_", "at_", "hsa_", "oly_", "ga_", "_hs", "ns_"];

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid", "igshid", "igsh",
        "mc_cid", "mc_eid",
        "mkt_tok", "vero_id", "vero_conv", "wickedid", "s_cid", "cmpid", "ref_src", "ref_url", "smid", "sr_share", "__s", "wt.mc_id",
        "xtor", "soc_src",
        "soc_trk", "guccounter", "guce_referrer", "guce_referrer_sig", "cmp", "ito", "rss_id",
    };

    /// <summary>The address without tracking parameters; unchanged if it has none or is no address.</summary>
    public static string Of(string url)
    {
        var question = url.IndexOf('?', StringComparison.Ordinal);
        if (question < 0)
            return url;
        var hash = url.IndexOf('#', question);
        var query = url[(question + 1)..(hash < 0 ? url.Length : hash)];
        var parts = query.Split('&');
        var kept = parts.Where(part => !IsTracker(part)).ToArray();
        if (kept.Length == parts.Length)
            return url;
        var rest = hash < 0 ? string.Empty : url[hash..];
        return url[..question] + (kept.Length == 0 ? string.Empty : "?" + string.Join('&', kept)) + rest;
    }

    private static bool IsTracker(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? part : part[..equals];
        return Names.Contains(name) || Beginnings.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }
}
