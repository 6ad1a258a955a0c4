using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Creating;
using TencentImageReplication.Core.Images.Deleting;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Sharing;

namespace TencentImageReplication.Core;

public static partial class CommandEngine
{
    /// <summary>Makes what shares images.</summary>
    public static ImageSharing Sharing(CvmClient client) => new(client, CommandLog.Instance);

    /// <summary>Makes what changes images.</summary>
    public static ImageEditor Editor(CvmClient client) => new(client, CommandLog.Instance);

    /// <summary>Makes what makes images.</summary>
    public static ImageCreator Maker(CvmClient client, TimeProvider timeProvider) => new(client, timeProvider, CommandLog.Instance);

    /// <summary>Makes what deletes images.</summary>
    public static ImageRemover Remover(CvmClient client, ImageRemovalOptions options, TimeProvider timeProvider) =>
        new(client, options, timeProvider, CommandLog.Instance);
}
