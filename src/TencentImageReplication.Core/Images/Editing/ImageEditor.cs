using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Editing;

/// <summary>Changes the name, description, family and deprecated flag of images. Sends only what differs.</summary>
public sealed class ImageEditor(CvmClient client, ILogger logger)
{
    /// <summary>Changes an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="described">The image as the service describes it.</param>
    /// <param name="wanted">The new values; null keeps a value.</param>
    /// <param name="confirm">Asks for confirmation of the changes that remain.</param>
    /// <param name="cancellationToken">Cancels; the image may still be changed.</param>
    /// <returns>The changed image; null when the changes were not confirmed.</returns>
    /// <exception cref="RuleViolationException">The image does not belong to the account.</exception>
    /// <exception cref="TencentCloudException">The service refused the request or could not be reached.</exception>
    public async Task<Image?> SetAsync(
        ImageRef image,
        Image described,
        ModifyImageAttributeRequest wanted,
        Func<ModifyImageAttributeRequest, Task<bool>> confirm,
        CancellationToken cancellationToken)
    {
        if (ImageChangeRules.CheckOwn(described, image.Region) is { } violation)
            throw new RuleViolationException(violation);
        var changes = wanted with
        {
            ImageName = wanted.ImageName == described.ImageName ? null : wanted.ImageName,
            ImageDescription = wanted.ImageDescription == (described.ImageDescription ?? "") ? null : wanted.ImageDescription,
            ImageFamily = wanted.ImageFamily == (described.ImageFamily ?? "") ? null : wanted.ImageFamily,
            ImageDeprecated = wanted.ImageDeprecated == (described.ImageDeprecated ?? false) ? null : wanted.ImageDeprecated,
        };
        if (changes is { ImageName: null, ImageDescription: null, ImageFamily: null, ImageDeprecated: null })
        {
            ImageChangeLog.NothingToChange(logger, image.ImageId, image.Region);
            return described;
        }

        if (!await confirm(changes))
            return null;

        await client.ModifyImageAttributeAsync(image.Region, changes, cancellationToken);
        return described with
        {
            ImageName = changes.ImageName ?? described.ImageName,
            ImageDescription = changes.ImageDescription ?? described.ImageDescription,
            ImageFamily = changes.ImageFamily ?? described.ImageFamily,
            ImageDeprecated = changes.ImageDeprecated ?? described.ImageDeprecated,
        };
    }
}
