using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Sharing;
using TencentImageReplication.Text;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Stops sharing custom images with other accounts (ModifyImageSharePermission).</summary>
[Cmdlet(VerbsSecurity.Revoke, "TccImageSharePermission", SupportsShouldProcess = true)]
[OutputType(typeof(TccImageSharePermission))]
public sealed class RevokeTccImageSharePermissionCommand : SharePermissionCommand
{
    /// <summary>The root accounts to stop sharing with.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ValidateTccAccountId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(SharedAccountIdCompleter))]
    public string[]? AccountId { get; set; }

    private protected override string[]? Accounts() => AccountId;

    private protected override Task<SharedImage> ChangeAsync(
        ImageSharing sharing, ImageRef image, Image described, IReadOnlyList<string> accountIds, CancellationToken cancellationToken) =>
        SharedImage.CreateAsync(described, sharing.RevokeAsync(
            image, described, accountIds, accounts => ConfirmAsync(Messages.UnshareImage(described, image.Region, accounts)), cancellationToken));
}
