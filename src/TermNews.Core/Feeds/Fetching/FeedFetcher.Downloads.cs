using System.Buffers;
using TermNews.Core.Stories;

namespace TermNews.Core.Feeds.Fetching;

public sealed partial class FeedFetcher
{
    private const int CopySize = 64 * 1024;

    /// <summary>A file may take as long as it takes, but not be silent for so long.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    /// <summary>Copies what is at an address. Gives the sentence that says what is wrong; null where all of it came.</summary>
    /// <param name="request">The address (http or https), and how much is too much.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="progress">Told after each piece; null for nobody.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    internal async Task<string?> DownloadAsync(
        FetchRequest request, Stream target, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var uri) || !IsHttp(uri))
            return $"{request.Url} is not a web address; only files at http:// and https:// are brought here.";
        var trail = new RedirectTrail(uri, _limits.Redirects, _access.CredentialsFor(uri)) { Proxy = _access.ProxyFor(uri) };
        using var silence = new CancellationTokenSource(LongestSilence, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            while (true)
            {
                using var response = await SendAsync(request, trail, both.Token).ConfigureAwait(false);
                if (trail.Follow(response))
                    continue;
                if (!response.IsSuccessStatusCode)
                    return FetchFault.OfStatus((int)response.StatusCode, trail.Host, trail.Credentials is not null);
                await CopyAsync(request, response, trail.Host, target, progress, silence, both.Token).ConfigureAwait(false);
                return null;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FetchFault.OfTimeout(silence.IsCancellationRequested ? LongestSilence : ConnectTimeout, trail.Host);
        }
        catch (WriteFaultException ex)
        {
            throw ex.InnerException!;
        }
        catch (Exception ex) when (FetchFault.IsExpected(ex))
        {
            cancellationToken.ThrowIfCancellationRequested();
            return FetchFault.Sentence(ex, trail.Host);
        }
    }

    private static async Task CopyAsync(FetchRequest request, HttpResponseMessage response, string host, Stream target,
        IProgress<DownloadProgress>? progress, CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        var most = request.MostBytes ?? long.MaxValue;
        var total = response.Content.Headers.ContentLength;
        if (total > most)
            throw FetchedBody.TooLarge(host, most);
        var wire = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = wire.ConfigureAwait(false);
        var piece = ArrayPool<byte>.Shared.Rent(CopySize);
        try
        {
            var bytes = 0L;
            int count;
            while ((count = await wire.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0)
            {
                silence.CancelAfter(LongestSilence);
                bytes += count;
                if (bytes > most)
                    throw FetchedBody.TooLarge(host, most);
                await WriteAsync(target, piece.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                progress?.Report(new DownloadProgress(bytes, total));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    /// <summary>A full disk is no fault of the host's.</summary>
    private static async Task WriteAsync(Stream target, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        try
        {
            await target.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException ex)
        {
            throw new WriteFaultException(ex);
        }
    }

    private sealed class WriteFaultException(IOException inner) : Exception(inner.Message, inner);
}
