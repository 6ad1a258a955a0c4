using System.Net;
using System.Text;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Core.Transport.Http;

namespace TencentImageReplication.Core.Credentials.Roles;

/// <summary>
/// The metadata service, which answers to a CVM instance alone and tells it about itself. Source: the documentation of
/// instance metadata.
/// </summary>
public sealed class InstanceMetadata
{
    /// <summary>Where the service is, seen from an instance.</summary>
    public static readonly Uri Address = new("http://metadata.tencentyun.com");

    // On a machine that is no instance nothing answers, and it may take a network long to say so.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);
    private const int MaxBytes = 64 * 1024;
    private static readonly Lazy<HttpMessageInvoker> SharedInvoker = new(CreateInvoker);

    private readonly HttpMessageInvoker _invoker;
    private readonly TimeProvider _time;

    /// <param name="time">The clock of the deadline.</param>
    /// <param name="address">Where the service is instead; plain http, to this machine alone.</param>
    /// <param name="handler">What sends requests instead of the network, if anything; it stays the caller's.</param>
    /// <exception cref="ArgumentException">The address is not of this machine.</exception>
    public InstanceMetadata(TimeProvider time, Uri? address = null, HttpMessageHandler? handler = null)
    {
        if (address is not null && !ServiceEndpoint.IsThisMachine(address))
        {
            throw new ArgumentException(Localized.Text(
                "The address of the metadata service can only be moved to this machine: http://127.0.0.1 with a port.",
                "元数据服务的地址只能改为本机地址，即 http://127.0.0.1 加端口。"));
        }

        Root = address ?? Address;
        _time = time;
        _invoker = handler is null ? SharedInvoker.Value : new HttpMessageInvoker(handler, disposeHandler: false);
    }

    /// <summary>Where the service is.</summary>
    public Uri Root { get; }

    /// <summary>Asks for a text, for two seconds at most.</summary>
    /// <param name="path">What it is asked for, such as <c>/latest/meta-data/cam/security-credentials/</c>.</param>
    /// <param name="cancellationToken">Ends it earlier.</param>
    /// <returns>Null when there is no such thing.</returns>
    /// <exception cref="IOException">Nobody answered, or not in time.</exception>
    public async Task<string?> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var timer = _time.CancelAfter(Deadline);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Root, path));
            using var response = await _invoker.SendAsync(request, either.Token)
                .WaitAsync(Timeout.InfiniteTimeSpan, _time, either.Token).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.NotFound)
                return null;
            if (response.StatusCode != HttpStatusCode.OK)
                throw new IOException(Localized.Text($"It answered with status {(int)response.StatusCode}.", $"返回的状态码为 {(int)response.StatusCode}。"));
            var body = await BoundedBody.ReadAsync(response.Content, MaxBytes, _time, either.Token).ConfigureAwait(false);
            return Encoding.UTF8.GetString(body.ToArray());
        }
        catch (Exception exception) when (ExchangeFailure.IsExpected(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw timer.IsCancellationRequested
                ? new IOException(Localized.Text(
                    $"It did not answer within {Deadline.TotalSeconds} seconds.", $"在 {Deadline.TotalSeconds} 秒内未收到响应。"), exception)
                : exception as IOException ?? new IOException(exception.Message, exception);
        }
    }

    // Never by a proxy: it would tell of its own machine, or tell others what this one is told.
#pragma warning disable RS0030 // The metadata service is not reached by the transport: no proxy, no signature.
    private static HttpMessageInvoker CreateInvoker() => new(
#if NET
        new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = Deadline, UseCookies = false });
#else
        new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
#endif
#pragma warning restore RS0030
}
