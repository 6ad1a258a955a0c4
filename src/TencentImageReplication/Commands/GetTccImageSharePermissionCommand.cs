using System.Management.Automation;
using TencentImageReplication.Abstractions;
using TencentImageReplication.Completion;
using TencentImageReplication.Core;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Sharing;
using TencentImageReplication.Validation;

namespace TencentImageReplication.Commands;

/// <summary>Gets the accounts that custom images are shared with (DescribeImageSharePermission).</summary>
[Cmdlet(VerbsCommon.Get, "TccImageSharePermission")]
[OutputType(typeof(TccImageSharePermission))]
public sealed class GetTccImageSharePermissionCommand : OwnImagesCommand
{
    private readonly List<ImageRef> _images = [];

    /// <summary>The accounts to list; default: all.</summary>
    [Parameter(Position = 1)]
    [ValidateTccAccountId]
    [ArgumentCompleter(typeof(SharedAccountIdCompleter))]
    public string[]? AccountId { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_images.Count > 0)
        {
            var sharing = EngineFactory.CreateSharing(Scope, Client);
            Run(token => ImageBatch.RunAsync(
                Client,
                [.. _images.Distinct()],
                (image, described, stop) => SharedImage.CreateAsync(described, sharing.ListAsync(image, described, stop)),
                Emit,
                Fail,
                token));
        }

        base.EndProcessing();
    }

    private protected override void Collect(ImageRef image) => _images.Add(image);

    private void Emit(ImageRef image, SharedImage shared)
    {
        foreach (var result in shared.Results.Where(result => AccountId is null || AccountId.Contains(result.AccountId)))
            PostOutput(TccImageSharePermission.From(image, shared.Image, result.AccountId, result.SharedAt));
    }
}
