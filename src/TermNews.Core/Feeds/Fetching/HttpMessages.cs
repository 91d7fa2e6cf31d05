using System.Net.Http.Headers;

namespace TermNews.Core.Feeds.Fetching;

/// <summary>Builds requests and interprets response headers.</summary>
internal static class HttpMessages
{
    private const string FeedAccept =
        "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, "
        + "text/xml;q=0.8, application/json;q=0.7, text/html;q=0.3, */*;q=0.1";

    private const string PageAccept = "text/html, application/xhtml+xml, application/xml;q=0.8, */*;q=0.5";

    private const string PictureAccept = "image/webp, image/jpeg, image/png, image/gif, image/*;q=0.1";

    private const string AddressAccept =
        "application/atom+xml, application/rss+xml, application/feed+json, text/html, application/xhtml+xml, "
        + "application/xml;q=0.9, */*;q=0.5";

    /// <summary>The longest honoured <c>Retry-After</c>, so that a wrong clock of a server cannot silence a feed for years.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    /// <summary>The <c>User-Agent</c> header.</summary>
    public static string UserAgent { get; } =
        $"TermNews/{typeof(HttpMessages).Assembly.GetName().Version?.ToString(3) ?? "0"} (+https://github.com/termnews/termnews)";

    /// <summary>Whether an address is fetched over HTTP.</summary>
    public static bool IsHttp(Uri uri) => uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;

    /// <summary>A GET for the current address of a trail, conditional where the request has validators.</summary>
    public static HttpRequestMessage Make(FetchRequest request, RedirectTrail trail)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, trail.Current)
        {
            Version = System.Net.HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        Add(message, "User-Agent", UserAgent);
        Add(message, "Accept", AcceptOf(request.Kind));
        // Downloads are usually compressed already, and are written byte by byte as they arrive.
        Add(message, "Accept-Encoding", request.Kind == FetchKind.File ? "identity" : "gzip, deflate, br");
        Add(message, "If-None-Match", request.ETag);
        Add(message, "If-Modified-Since", request.LastModified);
        message.Headers.Authorization = trail.Credentials;
        return message;
    }

    /// <summary>The relevant headers of a response; the caller judges the status.</summary>
    public static FetchResult Describe(HttpResponseMessage response, RedirectTrail trail, DateTimeOffset now) => new()
    {
        Status = FetchStatus.Fetched,
        Url = trail.Current.AbsoluteUri,
        ContentType = First(response.Content.Headers, "Content-Type"),
        ETag = First(response.Headers, "ETag"),
        LastModified = First(response.Content.Headers, "Last-Modified"),
        FreshFor = FreshFor(response, now),
        MovedTo = trail.MovedTo,
        RetryAfter = RetryAfter(response, now),
        HttpStatus = (int)response.StatusCode,
    };

    private static string AcceptOf(FetchKind kind) => kind switch
    {
        FetchKind.Feed => FeedAccept,
        FetchKind.Page => PageAccept,
        FetchKind.File => "*/*",
        FetchKind.Picture => PictureAccept,
        FetchKind.Address => AddressAccept,
    };

    private static void Add(HttpRequestMessage message, string name, string? value)
    {
        // A validator that HTTP cannot carry is omitted, which makes the GET unconditional.
        if (!string.IsNullOrEmpty(value) && !value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            message.Headers.TryAddWithoutValidation(name, value);
    }

    private static string? First(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.ToString() is { Length: > 0 } value ? value : null;

    /// <summary>
    /// The freshness lifetime by <c>max-age</c> (RFC 9111 §5.2.2.1), else <c>Expires</c> (§5.3); null for <c>no-cache</c> and
    /// <c>no-store</c>.
    /// </summary>
    private static TimeSpan? FreshFor(HttpResponseMessage response, DateTimeOffset now)
    {
        var cache = response.Headers.CacheControl;
        if (cache is { NoCache: true } or { NoStore: true })
            return null;
        var fresh = cache?.MaxAge is { } age
            ? age - (response.Headers.Age ?? TimeSpan.Zero)
            : response.Content.Headers.Expires - (response.Headers.Date ?? now);
        return fresh > TimeSpan.Zero ? fresh : null;
    }

    private static DateTimeOffset? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.IsSuccessStatusCode || response.Headers.RetryAfter is not { } wish)
            return null;
        var pause = wish.Delta ?? wish.Date - now ?? TimeSpan.Zero;
        if (pause <= TimeSpan.Zero)
            return null;
        return now + (pause < LongestPause ? pause : LongestPause);
    }
}
