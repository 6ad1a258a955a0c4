using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Instances;

namespace TencentImageReplication.Core;

/// <summary>Creates the parts of the engine that log to the running command.</summary>
public static partial class CommandEngine
{
    /// <summary>Creates the object that copies images.</summary>
    public static ImageCopier Copier(CommandScope scope, CvmClient client, ImageCopyOptions options, TimeProvider timeProvider) =>
        new(client, options, timeProvider, scope.Log);

    /// <summary>Creates the object that waits for images.</summary>
    public static ImageWaiter Waiter(CommandScope scope, CvmClient client, ImageTagger tagger, WaitOptions options, TimeProvider timeProvider) =>
        new(client, new CarryOver(client, tagger, scope.Log), options, timeProvider, scope.Log);

    /// <summary>Creates the object that starts instances.</summary>
    public static InstanceLauncher Launcher(CommandScope scope, CvmClient client, TimeProvider timeProvider) =>
        new(client, timeProvider, scope.Log);
}
