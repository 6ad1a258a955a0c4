using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Api.Cvm;

public sealed partial class CvmClient
{
    /// <summary>DescribeImageSharePermission: returns the accounts that an image is shared with. The account must own the image.</summary>
    public async Task<IReadOnlyList<SharePermission>> ListSharePermissionsAsync(
        string region, string imageId, CancellationToken cancellationToken)
    {
        var request = new DescribeImageSharePermissionRequest { ImageId = imageId };
        var response = await connection.SendAsync(CvmActions.DescribeImageSharePermission, request, region, cancellationToken);
        return response.SharePermissionSet;
    }

    /// <summary>
    /// ModifyImageSharePermission: shares an image with accounts or stops sharing it. Retried after a lost response: sharing
    /// again changes nothing, but the service may then return <c>FailedOperation.AccountAlreadyExists</c>.
    /// </summary>
    public Task<ModifyImageSharePermissionResponse> ModifyImageSharePermissionAsync(
        string region, ModifyImageSharePermissionRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(CvmActions.ModifyImageSharePermission, request, region, cancellationToken);
}
