using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Copying;

/// <summary>
/// Finds encrypted images among images of the same name, size and system: by their marks, and without marks by a dry run.
/// DescribeImages does not return whether an image is encrypted, but an encrypted image cannot be encrypted again: a dry run is refused with a code of its own.
/// </summary>
internal sealed class EncryptedCopies(CvmClient client)
{
    /// <summary>Finds the encrypted images among the candidates that look like the image.</summary>
    /// <param name="image">The image whose encrypted copy is wanted.</param>
    /// <param name="region">The region of all of them.</param>
    /// <param name="candidates">The other images with the name of the copy that look like the image.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="RuleViolationException">
    /// A candidate cannot be checked because it is in progress, or an encrypted one could be the copy of one that is not.
    /// </exception>
    /// <exception cref="TencentCloudException">The service did not respond.</exception>
    public async Task<List<Image>> FindAsync(Image image, string region, List<Image> candidates, CancellationToken cancellationToken)
    {
        // Inside a region, a custom image is copied only to encrypt it.
        var marked = candidates
            .FindAll(candidate => CopyRecognition.Match(candidate, region, image, region) == CopyMatch.Marked);
        if (marked.Count > 0)
            return marked;

        var encrypted = new List<Image>();
        foreach (var candidate in candidates)
        {
            if (await IsEncryptedAsync(candidate, region, cancellationToken))
                encrypted.Add(candidate);
        }

        if (encrypted.Count > 0 && candidates.Find(candidate => !encrypted.Contains(candidate)) is { } lookAlike && lookAlike.ImageName == image.ImageName)
            throw new RuleViolationException(ReusableCopies.Ambiguous(image, region, encrypted[0], lookAlike));
        return encrypted;
    }

    private async Task<bool> IsEncryptedAsync(Image candidate, string region, CancellationToken cancellationToken)
    {
        if (candidate.ImageState != ImageStates.Normal)
            throw new RuleViolationException(InProgress(candidate, region));

        var dryRun = new SyncImagesRequest { ImageIds = [candidate.ImageId], DestinationRegions = [region], Encrypt = true, DryRun = true };
        try
        {
            await client.SyncImagesAsync(region, dryRun, cancellationToken);
            return false;
        }
        catch (TencentCloudException exception) when (exception.Code
            is "UnsupportedOperation.SyncEncryptImageNotSupport" or "UnsupportedOperation.EncryptedImagesNotSupported")
        {
            return true;
        }
        catch (TencentCloudException exception) when (exception.Kind == TencentCloudErrorKind.SourceBusy)
        {
            throw new RuleViolationException(InProgress(candidate, region));
        }
        catch (TencentCloudException exception) when (exception.Kind == TencentCloudErrorKind.Service)
        {
            // Refused for another reason, such as a quota: the image could be encrypted, so it is not encrypted yet.
            return false;
        }
    }

    private static RuleViolation InProgress(Image candidate, string region) => new(
        "AmbiguousCopy",
        Localized.Text(
            $"{ImageChangeRules.NameOf(candidate, region)} is in state {candidate.ImageState}. The module cannot check whether it is an encrypted copy until that ends.",
            $"{ImageChangeRules.NameOf(candidate, region)} 的状态为 {candidate.ImageState}：结束前无法判断是否为加密副本。"),
        ImageChangeRules.WaitFirst(candidate, region));
}
