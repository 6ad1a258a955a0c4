using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Api.Cvm;

public sealed partial class CvmClient
{
    /// <summary>DescribeImageSharePermission: the accounts that an image of the account's own is shared with.</summary>
    public async Task<IReadOnlyList<SharePermission>> ListSharePermissionsAsync(
        string region, string imageId, CancellationToken cancellationToken)
    {
        var request = new DescribeImageSharePermissionRequest { ImageId = imageId };
        var answer = await connection.SendAsync(CvmActions.DescribeImageSharePermission, request, region, cancellationToken)
            .ConfigureAwait(false);
        return answer.SharePermissionSet;
    }

    /// <summary>
    /// ModifyImageSharePermission: shares an image with accounts or takes it back. Repeated after a lost answer: sharing what is
    /// shared changes nothing, though the service may then say <c>FailedOperation.AccountAlreadyExists</c>.
    /// </summary>
    public Task<ModifyImageSharePermissionResponse> ModifyImageSharePermissionAsync(
        string region, ModifyImageSharePermissionRequest request, CancellationToken cancellationToken) =>
        connection.SendAsync(CvmActions.ModifyImageSharePermission, request, region, cancellationToken);
}
