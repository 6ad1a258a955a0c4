using TencentImageReplication.Core.Api.Cvm.Actions;
using TencentImageReplication.Core.Api.Cvm.Models;

namespace TencentImageReplication.Core.Images.Editing;

/// <summary>The changes of an image.</summary>
/// <param name="Attributes">The new values; null keeps a value.</param>
/// <param name="Tags">The tags to add, or to give another value. Other tags stay.</param>
public sealed record ImageChanges(ModifyImageAttributeRequest Attributes, IReadOnlyList<Tag> Tags)
{
    /// <summary>True if an attribute changes.</summary>
    public bool HasAttributes =>
        Attributes is not { ImageName: null, ImageDescription: null, ImageFamily: null, ImageDeprecated: null };

    /// <summary>True if nothing changes.</summary>
    public bool IsEmpty => !HasAttributes && Tags.Count == 0;
}
