using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Creating;
using TencentImageReplication.Core.Images.Deleting;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Sharing;

namespace TencentImageReplication.Core;

public static partial class CommandEngine
{
    /// <summary>Creates the object that shares images.</summary>
    public static ImageSharing Sharing(CommandScope scope, CvmClient client) => new(client, scope.Log);

    /// <summary>Creates the object that changes images.</summary>
    public static ImageEditor Editor(CommandScope scope, CvmClient client) => new(client, scope.Log);

    /// <summary>Creates the object that creates images.</summary>
    public static ImageCreator Maker(CommandScope scope, CvmClient client, TimeProvider timeProvider) => new(client, timeProvider, scope.Log);

    /// <summary>Creates the object that deletes images.</summary>
    public static ImageRemover Remover(CommandScope scope, CvmClient client, ImageRemovalOptions options, TimeProvider timeProvider) =>
        new(client, options, timeProvider, scope.Log);
}
