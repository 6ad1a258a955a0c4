using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Requests;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Sharing;

/// <summary>
/// Shares images with accounts and stops sharing them. Sends only what changes something, and a refused account does not affect
/// the others.
/// </summary>
public sealed class ImageSharing(CvmClient client, ILogger logger)
{
    /// <summary>
    /// The service documents no limit for one request, only the 500 accounts of an image. Earlier pages had 50.
    /// </summary>
    private const int MaxAccountsPerRequest = 50;

    private const string AlreadyShared = "FailedOperation.AccountAlreadyExists";

    private static readonly string[] AccountErrorCodes =
    [
        AlreadyShared, "FailedOperation.AccountIsYourSelf", "InvalidAccountIs.YourSelf", "FailedOperation.NotMasterAccount",
        "InvalidAccountId.NotFound", "InvalidParameterValue.InvalidAppIdFormat", "InvalidParameterValue.LimitExceeded",
    ];

    /// <summary>Lists the accounts that an image of this account is shared with.</summary>
    /// <exception cref="RuleViolationException">The image does not belong to this account.</exception>
    public Task<IReadOnlyList<SharePermission>> ListAsync(ImageRef image, Image described, CancellationToken cancellationToken) =>
        SharingRules.CheckOwner(described, image.Region) is { } violation
            ? throw new RuleViolationException(violation)
            : client.ListSharePermissionsAsync(image.Region, image.ImageId, cancellationToken);

    /// <summary>Shares an image, and reads the times of sharing afterwards.</summary>
    /// <inheritdoc cref="ShareAsync"/>
    public async Task<IReadOnlyList<ShareResult>> GrantAsync(
        ImageRef image,
        Image described,
        IReadOnlyList<string> accountIds,
        Func<IReadOnlyList<string>, Task<bool>> confirm,
        CancellationToken cancellationToken)
    {
        var results = await ShareAsync(image, described, accountIds, confirm, cancellationToken);
        if (!results.Any(result => result.Changed))
            return results;

        var times = await ReadTimesAsync(image, cancellationToken);
        return [.. results.Select(result => result.Changed && times.TryGetValue(result.AccountId, out var time) ? result with { SharedAt = time } : result)];
    }

    /// <summary>Shares an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="described">The image as the service describes it.</param>
    /// <param name="accountIds">The accounts, each once.</param>
    /// <param name="confirm">Asks for confirmation, with the accounts that do not have access yet.</param>
    /// <param name="cancellationToken">Cancels; what was requested by then may still happen.</param>
    /// <returns>One result for each account that has access now or was refused; none for accounts that were not confirmed.</returns>
    /// <exception cref="RuleViolationException">The image cannot be shared, or not with this many accounts.</exception>
    public async Task<IReadOnlyList<ShareResult>> ShareAsync(
        ImageRef image,
        Image described,
        IReadOnlyList<string> accountIds,
        Func<IReadOnlyList<string>, Task<bool>> confirm,
        CancellationToken cancellationToken)
    {
        if (SharingRules.CheckImage(described, image.Region) is { } violation)
            throw new RuleViolationException(violation);
        var before = await ReadAsync(image, cancellationToken);
        var missing = accountIds.Where(account => !before.ContainsKey(account)).ToList();
        if (SharingRules.CheckCount(described, image.Region, before.Count, missing.Count) is { } tooMany)
            throw new RuleViolationException(tooMany);
        foreach (var account in accountIds.Except(missing))
            ImageChangeLog.SharedAlready(logger, image.ImageId, image.Region, account);
        if (missing.Count == 0 || !await confirm(missing))
            return [.. accountIds.Where(before.ContainsKey).Select(account => new ShareResult(account, false, before[account], null))];

        var failures = await ChangeAsync(image, missing, ModifyImageSharePermissionRequest.Share, cancellationToken);
        return
        [
            .. accountIds.Select(account => before.TryGetValue(account, out var time)
                ? new ShareResult(account, false, time, null)
                : failures.TryGetValue(account, out var failure)
                    ? new ShareResult(account, false, null, failure)
                    : new ShareResult(account, true, null, null)),
        ];
    }

    /// <summary>Stops sharing an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="described">The image as the service describes it.</param>
    /// <param name="accountIds">The accounts, each once; null for all accounts that have access.</param>
    /// <param name="confirm">Asks for confirmation, with the accounts that have access.</param>
    /// <param name="cancellationToken">Cancels; what was requested by then may still happen.</param>
    /// <returns>One result for each account that had access; none for others and for accounts that were not confirmed.</returns>
    /// <exception cref="RuleViolationException">The image does not belong to this account, or its state does not allow it.</exception>
    public async Task<IReadOnlyList<ShareResult>> RevokeAsync(
        ImageRef image,
        Image described,
        IReadOnlyList<string>? accountIds,
        Func<IReadOnlyList<string>, Task<bool>> confirm,
        CancellationToken cancellationToken)
    {
        if (SharingRules.CheckImage(described, image.Region) is { } violation)
            throw new RuleViolationException(violation);
        var before = await ReadAsync(image, cancellationToken);
        var shared = accountIds?.Where(before.ContainsKey).ToList() ?? [.. before.Keys];
        foreach (var account in accountIds?.Except(shared) ?? [])
            ImageChangeLog.NotShared(logger, image.ImageId, image.Region, account);
        if (shared.Count == 0 || !await confirm(shared))
            return [];

        var failures = await ChangeAsync(image, shared, ModifyImageSharePermissionRequest.Cancel, cancellationToken);
        return
        [
            .. shared.Select(account => failures.TryGetValue(account, out var failure)
                ? new ShareResult(account, false, before[account], failure)
                : new ShareResult(account, true, before[account], null)),
        ];
    }

    private async Task<Dictionary<string, DateTimeOffset?>> ReadAsync(ImageRef image, CancellationToken cancellationToken)
    {
        var read = new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal);
        foreach (var permission in await client.ListSharePermissionsAsync(image.Region, image.ImageId, cancellationToken))
            read[permission.AccountId] = permission.CreatedTime;
        return read;
    }

    // The image is shared already. An unknown time does not undo that.
    private async Task<Dictionary<string, DateTimeOffset?>> ReadTimesAsync(ImageRef image, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(image, cancellationToken);
        }
        catch (TencentCloudException exception)
        {
            ImageChangeLog.ShareTimesNotKnown(logger, image.ImageId, image.Region, exception.Code);
            return [];
        }
    }

    private async Task<Dictionary<string, TencentCloudException>> ChangeAsync(
        ImageRef image, List<string> accounts, string permission, CancellationToken cancellationToken)
    {
        var failures = new Dictionary<string, TencentCloudException>(StringComparer.Ordinal);
        for (var start = 0; start < accounts.Count; start += MaxAccountsPerRequest)
            await ChangeBatchAsync(accounts.GetRange(start, Math.Min(MaxAccountsPerRequest, accounts.Count - start)));
        return failures;

        // One refused account fails the whole request.
        Task ChangeBatchAsync(IReadOnlyList<string> batch) => RequestSplitter.SendAsync(
            batch, SendAsync, exception => AccountErrorCodes.Contains(exception.Code), (account, exception) => failures[account] = exception);

        async Task SendAsync(IReadOnlyList<string> part)
        {
            try
            {
                var request = new ModifyImageSharePermissionRequest { ImageId = image.ImageId, AccountIds = part, Permission = permission };
                await client.ModifyImageSharePermissionAsync(image.Region, request, cancellationToken);
            }
            catch (TencentCloudException exception) when (exception.Code == AlreadyShared && part.Count == 1)
            {
                ImageChangeLog.SharedAlready(logger, image.ImageId, image.Region, part[0]);
            }
            catch (TencentCloudException exception) when (exception.Code == AlreadyShared)
            {
                // Somebody else, or an earlier attempt of this request, has shared the image in the meantime.
                var missing = await NotSharedAsync(image, part, cancellationToken);
                if (missing.Count == part.Count)
                    throw;
                if (missing.Count > 0)
                    await ChangeBatchAsync(missing);
            }
            catch (TencentCloudException exception) when (!AccountErrorCodes.Contains(exception.Code))
            {
                foreach (var account in part)
                    failures[account] = exception;
            }
        }
    }

    private async Task<List<string>> NotSharedAsync(ImageRef image, IReadOnlyList<string> accounts, CancellationToken cancellationToken)
    {
        var shared = await ReadAsync(image, cancellationToken);
        return [.. accounts.Where(account => !shared.ContainsKey(account))];
    }
}
