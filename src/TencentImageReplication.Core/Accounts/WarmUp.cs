using System.Text;
using System.Text.Json;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
#if NET
using TencentImageReplication.Core.Transport.Http;
#endif

namespace TencentImageReplication.Core.Accounts;

/// <summary>
/// Has the code of a first call compiled on another thread while a connection is being made. A shell that makes one call spends
/// most of its time on code that runs for the first time.
/// </summary>
/// <remarks>
/// Last things first: what a call begins with, the command itself has come to before another thread could have compiled it.
/// </remarks>
public static class WarmUp
{
    private const string Region = "ap-guangzhou";

    // An image that has a value of each type.
    private const string Answer = """
        {"Response": {"TotalCount": 1, "RequestId": "", "ImageSet": [{"ImageId": "img-00000000", "ImageSize": 1,
         "CreatedTime": "2024-01-01T00:00:00Z", "IsSupportCloudinit": true, "SnapshotSet": [{"SnapshotId": "", "DiskSize": 1}],
         "Tags": [{"Key": "", "Value": ""}]}]}}
        """;

    private static readonly object Gate = new();
    private static Task? _once;

    /// <summary>Starts it, once for the process. Nothing needs what comes of it.</summary>
    /// <param name="take">Does with an image what commands do with one.</param>
    public static Task Start(Action<string, Image> take)
    {
        // On a thread of its own: where the pool has a single one, the call itself would wait for this.
        lock (Gate)
        {
            return _once ??= Task.Factory.StartNew(
                () => RunAsync(take), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        }
    }

    private static async Task RunAsync(Action<string, Image> take)
    {
        using var document = JsonDocument.Parse(await ExchangeAsync(Encoding.UTF8.GetBytes(Answer)).ConfigureAwait(false));
        foreach (var image in CvmActions.DescribeImages.Format.Read(document.RootElement.GetProperty("Response"))!.ImageSet)
            take(Region, image);
    }

#if NET
    // Sends a request over a connection that stays in the process, as the pipeline's thread does.
    private static async Task<Stream> ExchangeAsync(byte[] body)
    {
        using var handler = (SocketsHttpHandler)SharedHandler.Create();
        handler.UseProxy = false;
        handler.ConnectCallback = (_, _) => new ValueTask<Stream>(new CannedConnection(body));
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://nowhere.invalid/") { Content = new ByteArrayContent([]) };
        using var response = invoker.Send(request, CancellationToken.None);
        var answer = await BoundedBody.ReadAsync(response.Content, body.Length, TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
        answer.Position = 0;
        return answer;
    }
#else
    // The .NET Framework comes compiled.
    private static Task<Stream> ExchangeAsync(byte[] body) => Task.FromResult<Stream>(new MemoryStream(body));
#endif
}
