using System.Management.Automation;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Rules;
using TencentImageReplication.Errors;
using TencentImageReplication.Text;

namespace TencentImageReplication.Pipeline;

/// <summary>Reads the images to wait for from rows of copies, images and IDs.</summary>
/// <param name="resolveRegion">Returns a region, or the default if it is empty.</param>
/// <param name="pass">Receives a row that has no copy: it is emitted unchanged, so that each input row has an output row.</param>
/// <param name="skip">Receives the reason why an item is skipped.</param>
/// <param name="fail">Receives an error.</param>
internal sealed class WaitInput(
    Func<string?, string> resolveRegion, Action<TccImageCopy> pass, Action<string> skip, Action<ErrorRecord> fail)
{
    /// <summary>Reads an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="wait">Receives an image to wait for.</param>
    internal void Read(InputItem item, Action<WaitTarget> wait)
    {
        if (item.IsBlankLine)
            skip(Messages.BlankLineSkipped());
        else if (ImageCopyRows.TryRead(item.Value, fail) is { } row)
            Read(row, item, wait);
        else if (item.ImageIds.Length > 0)
            Array.ForEach(item.ImageIds, imageId => Read(imageId, item, wait));
        else
            fail(ErrorRecords.NoImageId(item.Value));
    }

    private void Read(string imageId, InputItem item, Action<WaitTarget> wait)
    {
        var region = resolveRegion(item.Region);
        if (InputItem.Check(imageId, region) is { } violation)
            fail(ErrorRecords.From(violation, item.Value));
        else
            wait(new WaitTarget(imageId, region, null, item.Value));
    }

    private void Read(TccImageCopy row, InputItem item, Action<WaitTarget> wait)
    {
        if (!ImageCopyRows.HasCopy(row))
        {
            pass(row);
            return;
        }

        // The region of a row that is an object was not validated as a parameter.
        var region = row.Region.Length > 0 ? row.Region : resolveRegion(item.Region);
        if (RegionRules.CheckId(region) is { } violation)
            fail(ErrorRecords.From(violation, row));
        else
            wait(ImageCopyRows.ToWaitTarget(row, region));
    }
}
