using Microsoft.Extensions.Logging;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Images.Provenance;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Core.Transport.Errors;

namespace TencentImageReplication.Core.Images.Editing;

/// <summary>Changes the name, description, family, deprecated flag and tags of images. Sends only what differs.</summary>
public sealed class ImageEditor(CvmClient client, ImageTagger tagger, ILogger logger)
{
    /// <summary>Checks the tags that a user wants to set.</summary>
    public static RuleViolation? CheckTags(IEnumerable<Tag> tags)
    {
        foreach (var tag in tags)
        {
            if (SourceMark.IsKey(tag.Key))
                return ImageTagRules.IsMark(tag.Key);
            if (ImageTagRules.Check(tag) is { } violation)
                return violation;
        }

        return null;
    }

    /// <summary>Changes an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="described">The image as the service describes it.</param>
    /// <param name="wanted">The new values and tags.</param>
    /// <param name="confirm">Asks for confirmation of the changes that remain.</param>
    /// <param name="cancellationToken">Cancels; the image may still be changed.</param>
    /// <returns>The changed image; null when the changes were not confirmed.</returns>
    /// <exception cref="RuleViolationException">The image does not belong to the account.</exception>
    /// <exception cref="TencentCloudException">The service refused the request or could not be reached.</exception>
    public async Task<Image?> SetAsync(
        ImageRef image,
        Image described,
        ImageChanges wanted,
        Func<ImageChanges, Task<bool>> confirm,
        CancellationToken cancellationToken)
    {
        if (ImageChangeRules.CheckOwn(described, image.Region) is { } violation)
            throw new RuleViolationException(violation);
        var changes = Differing(wanted, described);
        if (changes.IsEmpty)
        {
            ImageChangeLog.NothingToChange(logger, image.ImageId, image.Region);
            return described;
        }

        if (!await confirm(changes))
            return null;

        if (changes.HasAttributes)
            await client.ModifyImageAttributeAsync(image.Region, changes.Attributes, cancellationToken);
        await tagger.TagAsync(image.Region, image.ImageId, changes.Tags, cancellationToken);
        return With(described, changes);
    }

    /// <summary>Returns the part of the changes that the image does not have yet.</summary>
    internal static ImageChanges Differing(ImageChanges wanted, Image described)
    {
        var attributes = wanted.Attributes;
        return new ImageChanges(
            attributes with
            {
                ImageName = attributes.ImageName == described.ImageName ? null : attributes.ImageName,
                ImageDescription = attributes.ImageDescription == (described.ImageDescription ?? "") ? null : attributes.ImageDescription,
                ImageFamily = attributes.ImageFamily == (described.ImageFamily ?? "") ? null : attributes.ImageFamily,
                ImageDeprecated = attributes.ImageDeprecated == (described.ImageDeprecated ?? false) ? null : attributes.ImageDeprecated,
            },
            [.. wanted.Tags.Where(tag => !described.Tags.Any(known => known.Key == tag.Key && known.Value == tag.Value))]);
    }

    private static Image With(Image described, ImageChanges changes) => described with
    {
        ImageName = changes.Attributes.ImageName ?? described.ImageName,
        ImageDescription = changes.Attributes.ImageDescription ?? described.ImageDescription,
        ImageFamily = changes.Attributes.ImageFamily ?? described.ImageFamily,
        ImageDeprecated = changes.Attributes.ImageDeprecated ?? described.ImageDeprecated,
        Tags = [.. described.Tags.Where(known => !changes.Tags.Any(tag => tag.Key == known.Key)), .. changes.Tags],
    };
}
