using System.Net;
using System.Text;
using TencentImageReplication.Core.Credentials;
using TencentImageReplication.Core.Cvm;
using TencentImageReplication.Core.Cvm.Models;
using TencentImageReplication.Core.Queries;
using TencentImageReplication.Core.Transport;

namespace TencentImageReplication.Core.Commands;

/// <summary>
/// Has the code of a call compiled on another thread while a connection is being made, by a call that stays in the process.
/// A shell that makes one call spends most of its time on code that runs for the first time.
/// </summary>
public static class WarmUp
{
    private static readonly object Gate = new();
    private static Task? _once;

    /// <summary>Starts it, once for the process. Nothing needs what comes of it.</summary>
    /// <param name="take">Does with an image what commands do with one.</param>
    public static Task Start(Action<string, Image> take)
    {
        lock (Gate)
            return _once ??= Task.Run(() => RunAsync(take));
    }

    private static async Task RunAsync(Action<string, Image> take)
    {
        using var nowhere = new Nowhere();
        var connection = new TencentCloudConnection(new TencentCloudConnectionOptions
        {
            Credentials = new StaticCredentialSource(new TencentCredential("nobody", "nothing"), "nowhere"),
            Endpoints = new EndpointResolver(TencentCloudSite.China, new Uri("https://nowhere.invalid")),
            Handler = nowhere,
        });
        var client = new CvmClient(connection);
        await RegionSweep.RunAsync(
            ["ap-guangzhou"],
            (region, token) => ImagesById.ListAsync(client, region, ["img-00000000"], token),
            (region, image) =>
            {
                take(region, image);
                return true;
            },
            (_, failure) => throw failure,
            CancellationToken.None).ConfigureAwait(false);
    }

    // Sends nothing, and answers with an image that has a value of each type.
    private sealed class Nowhere : HttpMessageHandler
    {
        private const string Answer = """
            {"Response": {"TotalCount": 1, "RequestId": "", "ImageSet": [{"ImageId": "img-00000000", "ImageSize": 1,
             "CreatedTime": "2024-01-01T00:00:00Z", "IsSupportCloudinit": true, "SnapshotSet": [{"SnapshotId": "", "DiskSize": 1}],
             "Tags": [{"Key": "", "Value": ""}]}]}}
            """;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Answer, Encoding.UTF8, "application/json") });
    }
}
