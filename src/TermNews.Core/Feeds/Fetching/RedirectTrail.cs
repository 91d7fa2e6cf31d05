using System.Net.Http.Headers;

namespace TermNews.Core.Feeds.Fetching;

/// <summary>The redirects of one fetch, with the rules about which to follow, to believe for ever, and to send credentials to.</summary>
internal sealed class RedirectTrail
{
    private readonly Uri _first;
    private readonly int _most;
    private readonly HashSet<string> _seen;
    private bool _isPermanent = true;

    /// <summary>Starts a trail.</summary>
    /// <param name="first">The requested address.</param>
    /// <param name="most">The most redirects to follow.</param>
    /// <param name="credentials">The <c>Authorization</c> header, for the origin of the first address only; null for none.</param>
    public RedirectTrail(Uri first, int most, AuthenticationHeaderValue? credentials)
    {
        (_first, _most, Credentials) = (first, most, credentials);
        _seen = [first.AbsoluteUri];
        Current = first;
    }

    /// <summary>The current address.</summary>
    public Uri Current { get; private set; }

    /// <summary>The host of <see cref="Current"/>, for sentences.</summary>
    public string Host => FetchFault.HostOf(Current);

    /// <summary>The new permanent address, or null.</summary>
    public string? MovedTo { get; private set; }

    /// <summary>The proxy for all addresses of the trail.</summary>
    public FeedProxy Proxy { get; init; } = FeedProxy.Environment;

    /// <summary>The <c>Authorization</c> header; null for none, and for ever after the trail has left the first origin.</summary>
    public AuthenticationHeaderValue? Credentials { get; private set; }

    /// <summary>Follows a redirect; false when the response is none.</summary>
    /// <exception cref="FetchFaultException">The redirect cannot be followed.</exception>
    public bool Follow(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (status is not (301 or 302 or 303 or 307 or 308))
            return false;
        var next = Target(response);
        if (!_seen.Add(next.AbsoluteUri))
            throw new FetchFaultException($"{Host} redirects in a circle.");
        if (_seen.Count > _most + 1)
            throw new FetchFaultException($"{Host} redirects more than {_most} times.");
        // A redirect to plain http, perhaps by a captive portal, is never taken as permanent.
        _isPermanent &= status is 301 or 308 && (Current.Scheme == next.Scheme || next.Scheme == Uri.UriSchemeHttps);
        Current = next;
        if (!IsFirstOrigin(next))
            Credentials = null;
        if (_isPermanent)
            MovedTo = WithCredentials(next);
        return true;
    }

    /// <summary>The current host is another than the first, which is public by its name: no private address may be connected to.</summary>
    public bool IsPublicOnly =>
        !NetworkPlace.IsPrivate(_first) && !Current.IdnHost.Equals(_first.IdnHost, StringComparison.OrdinalIgnoreCase);

    private bool IsFirstOrigin(Uri uri) => uri.Scheme == _first.Scheme && uri.Port == _first.Port
        && uri.IdnHost.Equals(_first.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>Carries the credentials in the first address over to the new one, which the next visit needs.</summary>
    private string WithCredentials(Uri uri) =>
        _first.UserInfo.Length == 0 || uri.UserInfo.Length > 0 || Credentials is null
            ? uri.AbsoluteUri
            : $"{uri.Scheme}://{_first.UserInfo}@{uri.Authority}{uri.PathAndQuery}";

    private Uri Target(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Location", out var values) || values.FirstOrDefault() is not { Length: > 0 } location)
            throw new FetchFaultException($"{Host} redirects without saying where to.");
        if (!Uri.TryCreate(Current, location.Trim(), out var next))
            throw new FetchFaultException($"{Host} redirects to something that is not an address.");
        if (next.Scheme != Uri.UriSchemeHttp && next.Scheme != Uri.UriSchemeHttps)
            throw new FetchFaultException($"{Host} redirects to an address that is not http.");
        if (NetworkPlace.IsPrivate(next) && !NetworkPlace.IsPrivate(Current))
            throw new FetchFaultException($"{Host} redirects into a private network, which is not followed.");
        return next;
    }
}
