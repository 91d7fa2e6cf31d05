using System.Net.Sockets;
using System.Security.Authentication;

namespace TermNews.Core.Feeds.Fetching;

/// <summary>A failed fetch, with the sentence for the reader as its message.</summary>
internal sealed class FetchFaultException(string sentence, Exception? inner = null) : Exception(sentence, inner);

/// <summary>Explains in one sentence why a fetch failed; messages of the runtime never reach the reader.</summary>
internal static class FetchFault
{
    /// <summary>Whether an exception comes from the network or from content, and not from a defect of the program.</summary>
    public static bool IsExpected(Exception exception) =>
        exception is FetchFaultException or HttpRequestException or IOException or InvalidDataException or SocketException
            or AuthenticationException or UnauthorizedAccessException or NotSupportedException or UriFormatException;

    /// <summary>Whether a connection was closed before a response began.</summary>
    public static bool IsWithoutAnswer(HttpRequestException exception) =>
        exception.HttpRequestError == HttpRequestError.ResponseEnded
        || Find<HttpIOException>(exception) is { HttpRequestError: HttpRequestError.ResponseEnded };

    /// <summary>The sentence for an exception while a host was contacted.</summary>
    public static string Sentence(Exception exception, string host) => exception switch
    {
        _ when Find<FetchFaultException>(exception) is { } fault => fault.Message,
        HttpRequestException http => OfRequest(http, host),
        HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => OfShort(host),
        InvalidDataException => $"{host} sent compressed content that is damaged.",
        _ when Find<SocketException>(exception) is { } socket => OfSocket(socket, host),
        _ => $"The connection to {host} broke off.",
    };

    /// <summary>Whether no connection could be made to the first hop: the host or its proxy.</summary>
    public static bool IsOfConnection(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };

    /// <summary>The sentence for a proxy to which no connection could be made.</summary>
    public static string OfProxyConnection(Exception exception, Uri proxy)
    {
        var isUnknown = exception is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }
            || Find<SocketException>(exception)?.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain;
        return isUnknown ? $"The proxy {ForeignText.CleanLine(proxy.Host)} is not known."
            : $"The proxy does not work: {Sentence(exception, HostOf(proxy))}";
    }

    /// <summary>The sentence for an HTTP status that is neither success nor redirect.</summary>
    /// <param name="status">The status.</param>
    /// <param name="host">The host.</param>
    /// <param name="wasTold">Credentials were sent.</param>
    public static string OfStatus(int status, string host, bool wasTold)
    {
        var number = status.ToString(CultureInfo.InvariantCulture);
        return status switch
        {
            401 when wasTold => $"{host} answered {number}: it does not take what [[feed]] in the configuration tells it.",
            401 => $"{host} answered {number}: it wants a name and a password; write them under [[feed]] in the configuration.",
            407 => OfProxy(host),
            403 => $"{host} answered {number}: it does not let us in.",
            404 => $"{host} answered {number}: there is nothing at this address.",
            410 => $"{host} answered {number}: this was taken down for good.",
            429 => $"{host} answered {number}: it was asked too often.",
            _ => $"{host} answered {number}.",
        };
    }

    /// <summary>The sentence for a feed that is gone for good (410) and is not visited again.</summary>
    public static string OfGone(string url) =>
        (Uri.TryCreate(url, UriKind.Absolute, out var uri) ? HostOf(uri) : url)
        + " says this feed is gone (410); it is not visited any more. Remove it, or refresh it by hand.";

    /// <summary>The sentence for a time-out of a host.</summary>
    public static string OfTimeout(TimeSpan timeout, string host) =>
        string.Create(CultureInfo.InvariantCulture, $"{host} did not answer within {Math.Max(1, Math.Ceiling(timeout.TotalSeconds))} s.");

    /// <summary>The sentence for a time-out of a program.</summary>
    public static string OfProgramTime(TimeSpan timeout, string name) => string.Create(
        CultureInfo.InvariantCulture, $"The program {name} did not end within {Math.Max(1, Math.Ceiling(timeout.TotalSeconds))} s.");

    /// <summary>The name of a host as sentences show it.</summary>
    public static string HostOf(Uri uri) => ForeignText.CleanLine(uri.IsDefaultPort || uri.Port < 0 ? uri.Host : $"{uri.Host}:{uri.Port}");

    private static string OfRequest(HttpRequestException exception, string host) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => OfName(host),
        HttpRequestError.SecureConnectionError => OfTls(exception, host),
        HttpRequestError.ResponseEnded => OfSilence(host),
        HttpRequestError.ConfigurationLimitExceeded => $"{host} sent more headers than are accepted.",
        HttpRequestError.InvalidResponse => $"{host} sent an answer that is not HTTP.",
        HttpRequestError.ProxyTunnelError when exception.StatusCode == HttpStatusCode.ProxyAuthenticationRequired => OfProxy(host),
        HttpRequestError.ProxyTunnelError => $"The proxy does not let us through to {host}.",
        HttpRequestError.HttpProtocolError => $"{host} does not keep to HTTP/2.",
        HttpRequestError.ConnectionError when Find<SocketException>(exception) is { } socket => OfSocket(socket, host),
        HttpRequestError.ConnectionError => $"There is no connection to {host}.",
        _ when IsWithoutAnswer(exception) => OfSilence(host),
        _ when Find<SocketException>(exception) is { } socket => OfSocket(socket, host),
        _ when Find<AuthenticationException>(exception) is not null => OfTls(exception, host),
        _ => $"The connection to {host} broke off.",
    };

    private static string OfTls(Exception exception, string host)
    {
        // The runtime reports certificate errors as text only, without codes.
        var words = Find<AuthenticationException>(exception)?.Message ?? "";
        if (words.Contains("NotTimeValid", StringComparison.Ordinal))
            return $"The certificate of {host} has expired or is not valid yet.";
        if (words.Contains("NameMismatch", StringComparison.Ordinal))
            return $"The certificate of {host} belongs to another name.";
        return words.Contains("certificate", StringComparison.OrdinalIgnoreCase)
            ? $"The certificate of {host} is not trusted."
            : $"There is no secure connection to {host}.";
    }

    private static string OfSocket(SocketException exception, string host) => exception.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData => OfName(host),
        SocketError.TryAgain => $"The name {NameOf(host)} could not be looked up; there may be no network.",
        SocketError.ConnectionRefused => $"{host} refused the connection.",
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => $"{host} broke off the connection.",
        SocketError.NetworkUnreachable or SocketError.NetworkDown => $"There is no network to reach {host}.",
        SocketError.HostUnreachable or SocketError.HostDown => $"{host} cannot be reached.",
        SocketError.TimedOut => $"{host} did not answer.",
        _ => $"There is no connection to {host}.",
    };

    private static string OfProxy(string host) =>
        $"The proxy on the way to {host} wants a name and a password; look at proxy under [[feed]] in the configuration.";

    private static string OfSilence(string host) => $"{host} closed the connection without an answer.";

    private static string OfShort(string host) => $"{host} sent less than it promised.";

    private static string OfName(string host) => $"The name {NameOf(host)} is not known.";

    private static string NameOf(string host) => host.LastIndexOf(':') is > 0 and var colon && !host.EndsWith(']') ? host[..colon] : host;

    private static T? Find<T>(Exception exception)
        where T : Exception
    {
        for (var at = exception; at is not null; at = at.InnerException)
        {
            if (at is T found)
                return found;
        }
        return null;
    }
}
