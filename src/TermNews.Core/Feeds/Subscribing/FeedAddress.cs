using TermNews.Core.Feeds.Fetching;

namespace TermNews.Core.Feeds.Subscribing;

/// <summary>Normalises addresses that readers type or paste.</summary>
internal static class FeedAddress
{
    /// <summary>The candidate addresses for the typed text, best first.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: the text is no address.</exception>
    public static IReadOnlyList<string> Candidates(string typed)
    {
        if (ProgramAddress.IsProgram(typed))
            return [ProgramAddress.Normalise(typed) ?? throw NoAddress(typed)];
        var address = WithoutFeedScheme(ForeignText.CleanLine(typed).Trim('<', '>', '"', ' '));
        if (Path.IsPathRooted(address) && File.Exists(address))
            return [new Uri(address).AbsoluteUri];
        if (address.Contains("://", StringComparison.Ordinal))
            return WithKnown(Checked(address, typed));
        return WithKnown(Checked($"https://{address}", typed), Checked($"http://{address}", typed));
    }

    private static string[] WithKnown(params string[] addresses) =>
        KnownSites.FeedOf(addresses[0]) is { } feed ? [feed, .. addresses] : addresses;

    /// <summary>
    /// Whether two addresses name the same feed, ignoring the scheme (http or https), the case of the host and a trailing slash.
    /// </summary>
    public static bool IsSame(string one, string other) =>
        !ProgramAddress.IsProgram(one) && Uri.TryCreate(one, UriKind.Absolute, out var first)
            && Uri.TryCreate(other, UriKind.Absolute, out var second)
            ? Essence(first) == Essence(second)
            : one == other;

    private static string Essence(Uri uri)
    {
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var scheme = uri.Scheme is "https" ? "http" : uri.Scheme;
        return $"{scheme}://{uri.IdnHost.ToLowerInvariant()}{port}{uri.AbsolutePath.TrimEnd('/')}{uri.Query}";
    }

    /// <summary>Removes the <c>feed:</c> scheme, in its two forms <c>feed://host/…</c> and <c>feed:https://…</c>.</summary>
    private static string WithoutFeedScheme(string address)
    {
        if (!address.StartsWith("feed:", StringComparison.OrdinalIgnoreCase))
            return address;
        var rest = address["feed:".Length..];
        return rest.StartsWith("//", StringComparison.Ordinal) ? rest[2..] : rest;
    }

    private static string Checked(string address, string typed)
    {
        var isGood = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "file"
            && (uri.IsFile || uri.Host.Length > 0) && !address.Contains(' ', StringComparison.Ordinal);
        return isGood ? address : throw NoAddress(typed);
    }

    private static NewsException NoAddress(string typed) =>
        new(NewsFault.WrongUse, $"\"{ForeignText.CleanLine(typed)}\" is not the address of a feed or a web site.");
}
