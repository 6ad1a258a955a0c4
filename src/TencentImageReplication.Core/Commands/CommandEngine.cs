using TencentImageReplication.Core.Cvm;
using TencentImageReplication.Core.Replication;
using TencentImageReplication.Core.Tagging;

namespace TencentImageReplication.Core.Commands;

/// <summary>Makes the parts of the engine that log to the command at work.</summary>
public static partial class CommandEngine
{
    /// <summary>Makes what copies images.</summary>
    public static ImageCopier Copier(CvmClient client, ImageCopyOptions options, TimeProvider timeProvider) =>
        new(client, options, timeProvider, CommandLog.Instance);

    /// <summary>Makes what waits for images.</summary>
    public static ImageWaiter Waiter(CvmClient client, ImageTagger tagger, ImageWatchOptions options, TimeProvider timeProvider) =>
        new(client, new CarryOver(client, tagger, CommandLog.Instance), options, timeProvider, CommandLog.Instance);

    /// <summary>Makes what starts instances.</summary>
    public static InstanceLauncher Launcher(CvmClient client, TimeProvider timeProvider) =>
        new(client, timeProvider, CommandLog.Instance);
}
