using System.Management.Automation;
using TencentImageReplication.Core.Commands;
using TencentImageReplication.Core.Cvm.Models;
using TencentImageReplication.Core.Upkeep;

namespace TencentImageReplication.Commands;

/// <summary>Shares custom images with other accounts, in their region (ModifyImageSharePermission).</summary>
[Cmdlet(VerbsSecurity.Grant, "TccImageSharePermission", SupportsShouldProcess = true)]
[OutputType(typeof(TccImageSharePermission))]
public sealed class GrantTccImageSharePermissionCommand : SharePermissionCommand
{
    private protected override Task<SharedImage> ChangeAsync(
        ImageRef image, Image described, IReadOnlyList<string> accountIds, CancellationToken cancellationToken) =>
        SharedImage.OfAsync(described, CommandEngine.Sharing(Client).GrantAsync(
            image, described, accountIds, accounts => ConfirmAsync(Messages.ShareImage(described, image.Region, accounts)), cancellationToken));
}
