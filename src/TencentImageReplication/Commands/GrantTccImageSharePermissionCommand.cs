using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Sharing;
using TencentImageReplication.Text;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Shares custom images with other accounts, in their region (ModifyImageSharePermission).</summary>
[Cmdlet(VerbsSecurity.Grant, "TccImageSharePermission", SupportsShouldProcess = true)]
[OutputType(typeof(TccImageSharePermission))]
public sealed class GrantTccImageSharePermissionCommand : SharePermissionCommand
{
    /// <summary>The root accounts to share the images with, at most 500 for each image.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [ValidateTccAccountId(AllowEmpty = true)]
    [ArgumentCompleter(typeof(KnownAccountIdCompleter))]
    public string[]? AccountId { get; set; }

    private protected override string[]? Accounts() => AccountId;

    private protected override Task<SharedImage> ChangeAsync(
        ImageSharing sharing, ImageRef image, Image described, IReadOnlyList<string> accountIds, CancellationToken cancellationToken) =>
        SharedImage.CreateAsync(described, sharing.GrantAsync(
            image, described, accountIds, accounts => ConfirmAsync(Messages.ShareImage(described, image.Region, accounts)), cancellationToken));
}
