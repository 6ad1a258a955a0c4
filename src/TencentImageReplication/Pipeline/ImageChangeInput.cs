using System.Management.Automation;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Errors;
using TencentImageReplication.Text;

namespace TencentImageReplication.Pipeline;

/// <summary>Collects the images to change from images, rows of copies and IDs: each image once, with its last changes.</summary>
/// <param name="resolveRegion">Returns a region, or the default if it is empty.</param>
/// <param name="skip">Receives the reason why an item is skipped.</param>
/// <param name="fail">Receives an error.</param>
internal sealed class ImageChangeInput(Func<string?, string> resolveRegion, Action<string> skip, Action<ErrorRecord> fail)
{
    private readonly Dictionary<ImageRef, ImageChanges> _changes = [];

    /// <summary>The images.</summary>
    internal IReadOnlyList<ImageRef> Images => [.. _changes.Keys];

    /// <summary>Returns the changes of an image.</summary>
    internal ImageChanges Of(ImageRef image) => _changes[image];

    /// <summary>Reads an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="imageIds">The value of -ImageId, which must have no empty element.</param>
    /// <param name="read">Returns the changes for an object; null if there are none.</param>
    internal void Read(InputItem item, string[]? imageIds, Func<PSObject?, ImageChanges?> read)
    {
        if (item.IsBlankLine)
            skip(Messages.BlankLineSkipped());
        else if (ImageCopyRows.TryRead(item.Value, fail) is { Status: ImageCopyStatus.WouldCopy } planned)
            skip(Messages.PlannedCopySkipped(planned.SourceImageId, planned.Region));
        else if (item.ImageIds.Length == 0 || imageIds?.Any(string.IsNullOrEmpty) == true)
            fail(ErrorRecords.NoImageId(item.Value));
        else if (TryRead(item, read) is { } changes)
            Add(item, changes);
    }

    private ImageChanges? TryRead(InputItem item, Func<PSObject?, ImageChanges?> read)
    {
        try
        {
            var changes = read(item.Value);
            if (changes is null)
                fail(ErrorRecords.NothingToSet(item.ImageIds[0]));
            return changes;
        }
        catch (FormatException problem)
        {
            fail(ErrorRecords.ColumnNotRead(item.ImageIds[0], "Deprecated", problem.Message));
            return null;
        }
    }

    private void Add(InputItem item, ImageChanges changes)
    {
        var region = resolveRegion(item.Region);
        foreach (var imageId in item.ImageIds)
        {
            if (InputItem.Check(imageId, region) is { } violation)
                fail(ErrorRecords.From(violation, item.Value));
            else
                _changes[new ImageRef(imageId, region)] = changes with { Attributes = changes.Attributes with { ImageId = imageId } };
        }
    }
}
