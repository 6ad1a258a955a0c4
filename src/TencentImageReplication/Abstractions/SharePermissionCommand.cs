using TencentImageReplication.Core;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Sharing;
using TencentImageReplication.Errors;

namespace TencentImageReplication.Abstractions;

/// <summary>Base of the commands that change the accounts of shared images.</summary>
public abstract class SharePermissionCommand : OwnImagesCommand
{
    private readonly ByConnection<Dictionary<ImageRef, List<string>>> _accounts = new(_ => []);

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
        foreach (var connection in _accounts.Connections)
        {
            var accounts = _accounts[connection];
            var sharing = EngineFactory.CreateSharing(Scope, connection.Client);
            Run(token => ImageBatch.RunAsync(
                connection.Client,
                [.. accounts.Keys],
                (image, described, stop) => ChangeAsync(sharing, image, described, accounts[image], stop),
                Emit,
                Fail,
                token));
        }

        base.EndProcessing();
    }

    /// <summary>Returns the accounts for the current images.</summary>
    private protected abstract string[]? Accounts();

    /// <summary>Changes the accounts that an image is shared with.</summary>
    private protected abstract Task<SharedImage> ChangeAsync(
        ImageSharing sharing, ImageRef image, Image described, IReadOnlyList<string> accountIds, CancellationToken cancellationToken);

    private protected override void Collect(CommandConnection connection, ImageRef image)
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

        var ofConnection = _accounts[connection];
        if (!ofConnection.TryGetValue(image, out var collected))
            ofConnection.Add(image, collected = []);
        collected.AddRange(accounts.Except(collected));
    }

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
