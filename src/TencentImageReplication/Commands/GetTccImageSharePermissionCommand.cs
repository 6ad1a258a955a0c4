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
    private readonly ByConnection<List<ImageRef>> _images = new(_ => []);

    /// <summary>The accounts to list; default: all.</summary>
    [Parameter(Position = 1)]
    [ValidateTccAccountId]
    [ArgumentCompleter(typeof(SharedAccountIdCompleter))]
    public string[]? AccountId { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var connection in _images.Connections)
        {
            var sharing = EngineFactory.CreateSharing(Scope, connection.Client);
            Run(token => ImageBatch.RunAsync(
                connection.Client,
                [.. _images[connection].Distinct()],
                (image, described, stop) => SharedImage.CreateAsync(described, sharing.ListAsync(image, described, stop)),
                Emit,
                Fail,
                token));
        }

        base.EndProcessing();
    }

    private protected override void Collect(CommandConnection connection, ImageRef image) => _images[connection].Add(image);

    private void Emit(ImageRef image, SharedImage shared)
    {
        foreach (var result in shared.Results.Where(result => AccountId is null || AccountId.Contains(result.AccountId)))
            PostOutput(TccImageSharePermission.From(image, shared.Image, result.AccountId, result.SharedAt));
    }
}
