using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Sharing;
using TencentImageReplication.Errors;

namespace TencentImageReplication.Abstractions;

/// <summary>What sharing and taking back have in common: which images, and which accounts.</summary>
public abstract class SharePermissionCommand : OwnImagesCommand
{
    private readonly Dictionary<ImageRef, List<string>> _accounts = [];

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_accounts.Count > 0)
            Run(token => ImageBatch.RunAsync(Client, [.. _accounts.Keys], WorkAsync, Emit, Fail, token));
        base.EndProcessing();
    }

    /// <summary>The accounts that were given for the images at hand.</summary>
    private protected abstract string[]? Accounts();

    /// <summary>Changes who an image is shared with.</summary>
    private protected abstract Task<SharedImage> ChangeAsync(
        ImageRef image, Image described, IReadOnlyList<string> accountIds, CancellationToken cancellationToken);

    private protected override void Gather(ImageRef image)
    {
        var accounts = Accounts()?.Where(account => !string.IsNullOrEmpty(account)).ToArray();
        if (accounts is not { Length: > 0 })
        {
            WriteError(ErrorRecords.NoAccountId(image.ImageId));
            return;
        }

        if (!_accounts.TryGetValue(image, out var gathered))
            _accounts.Add(image, gathered = []);
        gathered.AddRange(accounts.Except(gathered));
    }

    private Task<SharedImage> WorkAsync(ImageRef image, Image described, CancellationToken cancellationToken) =>
        ChangeAsync(image, described, _accounts[image], cancellationToken);

    private void Emit(ImageRef image, SharedImage shared)
    {
        foreach (var result in shared.Results)
        {
            var row = TccImageSharePermission.From(image, shared.Image, result.AccountId, result.SharedAt);
            if (result.Failure is { } failure)
                PostError(ErrorRecords.ShareFailed(row, failure));
            else
                PostOutput(row);
        }
    }
}
