using TermNews.Core.Feeds.Fetching;
using Tomlyn.Syntax;

namespace TermNews.Core.Configuration;

/// <summary>Reads the tables <c>[[feed]]</c>. Its errors name the key and never the value, which may be a secret.</summary>
internal sealed class FeedAccessReader(string path)
{
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=:!#$%&'*^`|");

    private readonly SettingValues _values = new(path);
    private readonly Dictionary<int, Dictionary<string, TomlItem>> _tables = [];

    /// <summary>Takes one value; false if it is not of <c>[[feed]]</c>.</summary>
    public bool Take(TomlItem item)
    {
        if (item.Path is ["feed"])
            throw Wrong(item, "must be written as a table under the heading [[feed]]");
        if (item.Path is not ["feed", "url" or "user" or "password" or "token" or "proxy" or "keep_days" or "keep_stories"])
            return false;
        if (!_tables.TryGetValue(item.Table, out var table))
            _tables.Add(item.Table, table = []);
        table[item.Path[1]] = item;
        return true;
    }

    /// <summary>The feeds, in the order of the file.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.Unreadable"/>: a value does not fit or is missing.</exception>
    public IReadOnlyList<FeedAccess> ReadAll() => [.. _tables.Values.Select(Read)];

    private FeedAccess Read(Dictionary<string, TomlItem> table)
    {
        if (!table.TryGetValue("url", out var url))
            throw Wrong(table.Values.First(), "has no feed.url beside it");
        var (address, isPrefix) = Address(url);
        if (table.TryGetValue("token", out var token) && table.ContainsKey("user"))
            throw Wrong(token, "stands beside feed.user; a feed takes one of them");
        if (table.TryGetValue("password", out var password) && !table.ContainsKey("user"))
            throw Wrong(password, "has no feed.user beside it");
        return new FeedAccess
        {
            Address = address,
            IsPrefix = isPrefix,
            User = table.TryGetValue("user", out var user) ? User(user) : null,
            Password = password is null ? "" : Text(password),
            Token = token is null ? null : Token(token),
            Proxy = table.TryGetValue("proxy", out var proxy) ? Proxy(proxy) : FeedProxy.Environment,
            KeepDays = table.TryGetValue("keep_days", out var days) ? _values.Number(days, 0, RetentionLimits.Days) : null,
            KeepStories = table.TryGetValue("keep_stories", out var stories) ? _values.Number(stories, 0, RetentionLimits.Stories) : null,
        };
    }

    private (Uri Address, bool IsPrefix) Address(TomlItem item)
    {
        var text = Text(item);
        var isPrefix = text.EndsWith('*');
        var isWeb = Uri.TryCreate(isPrefix ? text[..^1] : text, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https" && address.Host.Length > 0;
        if (!isWeb)
            throw Wrong(item, "must be an address that begins with http:// or https://");
        // Otherwise https://example.org* would be https://example.org.example.com too.
        return !isPrefix || text.IndexOf('/', text.IndexOf("://", StringComparison.Ordinal) + 3) > 0
            ? (address!, isPrefix)
            : throw Wrong(item, "must have a slash between the host and the *");
    }

    private string User(TomlItem item) =>
        Text(item) is var user && !user.Contains(':', StringComparison.Ordinal) ? user : throw Wrong(item, "must not have a colon");

    private string Token(TomlItem item) =>
        Text(item) is { Length: > 0 } token && token.AsSpan().IndexOfAnyExcept(TokenCharacters) < 0
            ? token
            : throw Wrong(item, "must be a token without blanks");

    private FeedProxy Proxy(TomlItem item)
    {
        var text = Text(item);
        if (text == "none")
            return FeedProxy.Direct;
        return Uri.TryCreate(text, UriKind.Absolute, out var proxy) && proxy.Host.Length > 0
            && proxy.Scheme is "http" or "https" or "socks4" or "socks4a" or "socks5"
            ? new FeedProxy(false, proxy)
            : throw Wrong(item, "must be \"none\" or the address of a proxy, such as \"http://proxy.example:3128\"");
    }

    /// <summary>A text as written: a password may begin or end with spaces.</summary>
    private string Text(TomlItem item) =>
        item.Value is StringValueSyntax { Value: { } text } && !text.Any(char.IsControl)
            ? text
            : throw Wrong(item, "must be a text in quotation marks, on one line");

    private NewsException Wrong(TomlItem item, string what) =>
        SettingsFile.Fault(path, item.Line, item.Column, $"{string.Join('.', item.Path)} {what}");
}
