using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Instances;

/// <summary>An instance whose settings are the defaults of new ones.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Region">Its region.</param>
public sealed record LikeInstance(Instance Instance, string Region)
{
    /// <summary>Reads the instance.</summary>
    /// <returns>Null if it does not exist.</returns>
    /// <exception cref="TencentCloudException">The service refused the request or could not be reached.</exception>
    public static async Task<LikeInstance?> ReadAsync(CvmClient client, string region, string instanceId, CancellationToken cancellationToken)
    {
        LikeInstance? like = null;
        await client.ListInstancesAsync(region, [instanceId], cancellationToken)
            .ForEachAsync(instance => like = new LikeInstance(instance, region));
        return like;
    }
}
