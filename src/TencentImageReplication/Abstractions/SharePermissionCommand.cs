using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Sharing;
using TencentImageReplication.Errors;

namespace TencentImageReplication.Abstractions;

/// <summary>Base of the commands that change the accounts of shared images.</summary>
public abstract class SharePermissionCommand : OwnImagesCommand
{
    private readonly Dictionary<ImageRef, List<string>> _accounts = [];

    private bool _areAccountsGiven;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _areAccountsGiven = IsGiven("AccountId");
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_accounts.Count > 0)
            Run(token => ImageBatch.RunAsync(Client, [.. _accounts.Keys], WorkAsync, Emit, Fail, token));
        base.EndProcessing();
    }

    /// <summary>Returns the accounts for the current images.</summary>
    private protected abstract string[]? Accounts();

    /// <summary>Changes the accounts that an image is shared with.</summary>
    private protected abstract Task<SharedImage> ChangeAsync(
        ImageRef image, Image described, IReadOnlyList<string> accountIds, CancellationToken cancellationToken);

    private protected override void Collect(ImageRef image)
    {
        if (Account is { Length: > 0 } && !_areAccountsGiven)
        {
            WriteError(ErrorRecords.RowWithOwner(image.ImageId));
            return;
        }

        var accounts = Accounts()?.Where(account => !string.IsNullOrEmpty(account)).ToArray();
        if (accounts is not { Length: > 0 })
        {
            WriteError(ErrorRecords.NoAccountId(image.ImageId));
            return;
        }

        if (!_accounts.TryGetValue(image, out var collected))
            _accounts.Add(image, collected = []);
        collected.AddRange(accounts.Except(collected));
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
