using System.Net;
using System.Text;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Calls;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Core.Transport.Http;

namespace TencentImageReplication.Core.Credentials.Roles;

/// <summary>
/// The metadata service, which only a CVM instance can reach, and which describes that instance. Source: the documentation of
/// instance metadata.
/// </summary>
public sealed class InstanceMetadata
{
    /// <summary>The address of the service on an instance.</summary>
    public static readonly Uri Address = new("http://metadata.tencentyun.com");

    // On other machines nothing responds, and the network may take long to report that.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2);
    private const int MaxBytes = 64 * 1024;
    private static readonly Lazy<HttpMessageInvoker> SharedInvoker = new(CreateInvoker);

    private readonly HttpMessageInvoker _invoker;
    private readonly TimeProvider _time;

    /// <param name="time">The clock of the deadline.</param>
    /// <param name="address">Another address; plain http, only on this machine.</param>
    /// <param name="handler">A handler that sends requests instead of the network, if any. The caller disposes of it.</param>
    /// <exception cref="ArgumentException">The address is not on this machine.</exception>
    public InstanceMetadata(TimeProvider time, Uri? address = null, HttpMessageHandler? handler = null)
    {
        if (address is not null && !ServiceEndpoint.IsThisMachine(address))
        {
            throw new ArgumentException(Localized.Text(
                "The address of the metadata service must be on this machine: http://127.0.0.1 with a port.",
                "元数据服务的地址只能改为本机地址，即 http://127.0.0.1 加端口。"));
        }

        Root = address ?? Address;
        _time = time;
        _invoker = handler is null ? SharedInvoker.Value : new HttpMessageInvoker(handler, disposeHandler: false);
    }

    /// <summary>The address of the service.</summary>
    public Uri Root { get; }

    /// <summary>Gets a text, within two seconds.</summary>
    /// <param name="path">The path, such as <c>/latest/meta-data/cam/security-credentials/</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>Null if the path does not exist.</returns>
    /// <exception cref="IOException">No response, or not in time.</exception>
    public async Task<string?> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var timer = _time.CancelAfter(Deadline);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Root, path));
            using var response = await _invoker.SendAsync(request, either.Token)
                .WaitAsync(Timeout.InfiniteTimeSpan, _time, either.Token);
            if (response.StatusCode == HttpStatusCode.NotFound)
                return null;
            if (response.StatusCode != HttpStatusCode.OK)
                throw new IOException(Localized.Text($"It responded with status {(int)response.StatusCode}.", $"返回的状态码为 {(int)response.StatusCode}。"));
            var body = await BoundedBody.ReadAsync(response.Content, MaxBytes, _time, either.Token);
            return Encoding.UTF8.GetString(body.ToArray());
        }
        catch (Exception exception) when (ExchangeFailure.IsExpected(exception))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw timer.IsCancellationRequested
                ? new IOException(Localized.Text(
                    $"It did not respond within {Deadline.TotalSeconds} seconds.", $"在 {Deadline.TotalSeconds} 秒内未收到响应。"), exception)
                : exception as IOException ?? new IOException(exception.Message, exception);
        }
    }

    // Never by a proxy: the proxy would return the metadata of its own machine, or could read the credentials.
#pragma warning disable RS0030 // The metadata service is not reached by the transport: no proxy, no signature.
    private static HttpMessageInvoker CreateInvoker() => new(
#if NET
        new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = Deadline, UseCookies = false });
#else
        new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
#endif
#pragma warning restore RS0030
}
