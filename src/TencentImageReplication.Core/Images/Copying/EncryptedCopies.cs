using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>
/// Tells encrypted images from others of the same name, size and system. DescribeImages does not say which is which, but an
/// encrypted image cannot be encrypted again: a trial call, which makes nothing, is refused with a code of its own.
/// </summary>
internal sealed class EncryptedCopies(CvmClient client)
{
    /// <summary>Of candidates that look like the image, those that are encrypted.</summary>
    /// <param name="image">The image whose encrypted copy is sought.</param>
    /// <param name="region">The region that all of them are in.</param>
    /// <param name="candidates">What has the copy's name and looks like the image, itself left out.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="RuleViolationException">
    /// One cannot be told, since it is under way; or an encrypted one could be the copy of one that is not.
    /// </exception>
    /// <exception cref="TencentCloudException">The service could not be asked.</exception>
    public async Task<List<Image>> AmongAsync(Image image, string region, List<Image> candidates, CancellationToken cancellationToken)
    {
        var encrypted = new List<Image>();
        foreach (var candidate in candidates)
        {
            if (await IsEncryptedAsync(candidate, region, cancellationToken).ConfigureAwait(false))
                encrypted.Add(candidate);
        }

        if (encrypted.Count > 0 && candidates.Find(candidate => !encrypted.Contains(candidate)) is { } twin && twin.ImageName == image.ImageName)
            throw new RuleViolationException(ReusableCopies.Ambiguous(image, region, encrypted[0], twin));
        return encrypted;
    }

    private async Task<bool> IsEncryptedAsync(Image candidate, string region, CancellationToken cancellationToken)
    {
        if (candidate.ImageState != ImageStates.Normal)
            throw new RuleViolationException(UnderWay(candidate, region));

        var trial = new SyncImagesRequest { ImageIds = [candidate.ImageId], DestinationRegions = [region], Encrypt = true, DryRun = true };
        try
        {
            await client.SyncImagesAsync(region, trial, cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (TencentCloudException exception) when (exception.Code
            is "UnsupportedOperation.SyncEncryptImageNotSupport" or "UnsupportedOperation.EncryptedImagesNotSupported")
        {
            return true;
        }
        catch (TencentCloudException exception) when (exception.Kind == TencentCloudErrorKind.SourceBusy)
        {
            throw new RuleViolationException(UnderWay(candidate, region));
        }
        catch (TencentCloudException exception) when (exception.Kind == TencentCloudErrorKind.Service)
        {
            // Refused for another reason, such as a quota: it could be encrypted, so that it is not.
            return false;
        }
    }

    private static RuleViolation UnderWay(Image candidate, string region) => new(
        "AmbiguousCopy",
        Localized.Text(
            $"{ImageChangeRules.NameOf(candidate, region)} is in state {candidate.ImageState}: whether it is an encrypted copy cannot be told before that has ended.",
            $"{ImageChangeRules.NameOf(candidate, region)} 的状态为 {candidate.ImageState}：结束前无法判断是否为加密副本。"),
        ImageChangeRules.WaitFirst(candidate, region));
}
