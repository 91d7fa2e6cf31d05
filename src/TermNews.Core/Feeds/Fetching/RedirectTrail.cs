using System.Net.Http.Headers;
using TermNews.Core.Configuration;

namespace TermNews.Core.Feeds.Fetching;

/// <summary>The addresses a fetch went through, from the one that was asked for to the one that answers.</summary>
internal sealed class RedirectTrail
{
    private readonly Uri _first;
    private readonly int _most;
    private readonly HashSet<string> _seen;
    private bool _isPermanent = true;

    /// <summary>Begins a trail.</summary>
    /// <param name="first">The address that was asked for.</param>
    /// <param name="most">Redirects that are followed at most.</param>
    /// <param name="credentials">Who asks, for the server of the first address only; null for nobody.</param>
    public RedirectTrail(Uri first, int most, AuthenticationHeaderValue? credentials)
    {
        (_first, _most, Credentials) = (first, most, credentials);
        _seen = [first.AbsoluteUri];
        Current = first;
    }

    /// <summary>Where the fetch is.</summary>
    public Uri Current { get; private set; }

    /// <summary>The host of <see cref="Current"/>, for sentences.</summary>
    public string Host => FetchFault.HostOf(Current);

    /// <summary>Where everything moved to for good, or null.</summary>
    public string? MovedTo { get; private set; }

    /// <summary>The way to all of its addresses.</summary>
    public FeedProxy Proxy { get; init; } = FeedProxy.Environment;

    /// <summary>Tells the server who asks; null where it is not to be told, or the trail once left the server that it is for.</summary>
    public AuthenticationHeaderValue? Credentials { get; private set; }

    /// <summary>Goes on where an answer redirects; false where it does not.</summary>
    /// <exception cref="FetchFaultException">It cannot be followed.</exception>
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
        // Who once redirected to plain http, perhaps on a captured network, must not be believed for ever.
        _isPermanent &= status is 301 or 308 && (Current.Scheme == next.Scheme || next.Scheme == Uri.UriSchemeHttps);
        Current = next;
        if (!IsFirstOrigin(next))
            Credentials = null;
        if (_isPermanent)
            MovedTo = WithCredentials(next);
        return true;
    }

    private bool IsFirstOrigin(Uri uri) => uri.Scheme == _first.Scheme && uri.Port == _first.Port
        && uri.IdnHost.Equals(_first.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>The address with the name and password that the first one had, without which the feed could not be fetched there again.</summary>
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
