namespace TermNews.Core.Feeds.Fetching;

/// <summary>Copies files of any size from a web address to a stream.</summary>
internal sealed class FileTransfer(HttpSender sender, FetchLimits limits, TimeProvider clock)
{
    /// <summary>Bytes per write.</summary>
    private const int CopySize = 64 * 1024;

    /// <summary>An idle time-out: a download may take any time, but not pause for so long.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    /// <summary>Copies the content at an address; gives an error sentence, or null when all of it arrived.</summary>
    /// <param name="request">The address (http or https) and the limit in bytes.</param>
    /// <param name="target">The destination.</param>
    /// <param name="progress">Reported to after each piece; null for none.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IOException">The destination cannot be written.</exception>
    public async Task<string?> CopyAsync(
        FetchRequest request, Stream target, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var uri) || !HttpMessages.IsHttp(uri))
            return $"{request.Url} is not a web address; only files at http:// and https:// are brought here.";
        var trail = new RedirectTrail(uri, limits.Redirects, sender.Access.CredentialsFor(uri)) { Proxy = sender.Access.ProxyFor(uri) };
        using var silence = new CancellationTokenSource(LongestSilence, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            while (true)
            {
                using var response = await sender.SendAsync(request, trail, both.Token).ConfigureAwait(false);
                if (trail.Follow(response))
                    continue;
                if (!response.IsSuccessStatusCode)
                    return FetchFault.OfStatus((int)response.StatusCode, trail.Host, trail.Credentials is not null);
                await CopyBodyAsync(request, response, trail.Host, target, progress, silence, both.Token).ConfigureAwait(false);
                return null;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FetchFault.OfTimeout(silence.IsCancellationRequested ? LongestSilence : HttpSender.ConnectTimeout, trail.Host);
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

    private static async Task CopyBodyAsync(FetchRequest request, HttpResponseMessage response, string host, Stream target,
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

    /// <summary>Marks write errors, so that a full disk is not reported as a fault of the host.</summary>
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
