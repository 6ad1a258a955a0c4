using TencentImageReplication.Core.Api.AutoScaling;
using TencentImageReplication.Core.Api.Cvm;
using TencentImageReplication.Core.Api.Sts;
using TencentImageReplication.Core.Api.Tat;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.CarryingOver;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Creating;
using TencentImageReplication.Core.Images.Deleting;
using TencentImageReplication.Core.Images.Editing;
using TencentImageReplication.Core.Images.Marking;
using TencentImageReplication.Core.Images.Sharing;
using TencentImageReplication.Core.Images.Usage;
using TencentImageReplication.Core.Images.Waiting;
using TencentImageReplication.Core.Instances;
using TencentImageReplication.Core.Instances.Deleting;
using TencentImageReplication.Core.Plans;
using TencentImageReplication.Core.Plans.Comparing;
using TencentImageReplication.Core.Plans.Connecting;
using TencentImageReplication.Core.Plans.Running;
using TencentImageReplication.Core.Plans.Syncing;
using TencentImageReplication.Core.Rollout;
using TencentImageReplication.Core.Rollout.Publishing;
using TencentImageReplication.Core.Rollout.Undoing;
using TencentImageReplication.Core.Testing;

namespace TencentImageReplication.Core;

/// <summary>Creates the parts of the engine, which log to the command that they work for.</summary>
public static class EngineFactory
{
    /// <summary>Creates the object that copies images.</summary>
    /// <param name="scope">The command.</param>
    /// <param name="client">The service.</param>
    /// <param name="tagger">Sets the marks of copies; null to leave them out.</param>
    /// <param name="options">The options of the run.</param>
    /// <param name="timeProvider">The clock.</param>
    public static ImageCopier CreateCopier(
        CommandScope scope, CvmClient client, ImageTagger? tagger, ImageCopyOptions options, TimeProvider timeProvider) =>
        new(
            client,
            options,
            timeProvider,
            scope.Log,
            tagger is null ? null : new CopyMarker(client, tagger, timeProvider, scope.Log),
            ProcessCaches.OfThisProcess.Copies);

    /// <summary>Creates the object that waits for images.</summary>
    public static ImageWaiter CreateWaiter(CommandScope scope, CvmClient client, ImageTagger tagger, WaitOptions options, TimeProvider timeProvider) =>
        new(
            client,
            new CarryOver(client, tagger, scope.Log),
            options,
            timeProvider,
            scope.Log,
            new CopyMarker(client, tagger, timeProvider, scope.Log),
            new SecondCopies(client, timeProvider, scope.Log));

    /// <summary>Creates the object that starts instances.</summary>
    public static InstanceLauncher CreateLauncher(CommandScope scope, CvmClient client, TimeProvider timeProvider) =>
        new(client, timeProvider, scope.Log);

    /// <summary>Creates the object that creates the instances of a command.</summary>
    public static LaunchBatch CreateLaunchBatch(CommandScope scope, CvmClient client, LaunchOptions options, TimeProvider timeProvider) =>
        new(options, CreateLauncher(scope, client, timeProvider), scope.Log);

    /// <summary>Creates the object that deletes instances.</summary>
    public static InstanceRemover CreateInstanceRemover(
        CommandScope scope, CvmClient client, InstanceRemovalOptions options, TimeProvider timeProvider) =>
        new(client, options, timeProvider, scope.Log);

    /// <summary>Creates the object that tests the images of a command.</summary>
    public static BootTestBatch CreateBootTestBatch(
        CommandScope scope, CvmClient client, TatClient automation, CallerAccount account, BootTestOptions options, TimeProvider timeProvider) =>
        new(client, automation, account, options, timeProvider, scope.Log);

    /// <summary>Creates the object that deletes the test instances that were left.</summary>
    public static TestInstanceCleaner CreateTestCleaner(
        CommandScope scope, CvmClient client, InstanceRemovalOptions options, TimeProvider timeProvider) =>
        new(client, options, timeProvider, scope.Log);

    /// <summary>Creates the object that shares images.</summary>
    public static ImageSharing CreateSharing(CommandScope scope, CvmClient client) => new(client, scope.Log);

    /// <summary>Creates the object that changes images.</summary>
    public static ImageEditor CreateEditor(CommandScope scope, CvmClient client, ImageTagger tagger) => new(client, tagger, scope.Log);

    /// <summary>Creates the object that creates the images of a command.</summary>
    public static ImageCreationBatch CreateImageCreationBatch(CommandScope scope, CvmClient client, TimeProvider timeProvider) =>
        new(new ImageCreator(client, timeProvider, scope.Log));

    /// <summary>Creates the object that deletes images.</summary>
    public static ImageRemover CreateRemover(CommandScope scope, CvmClient client, ImageRemovalOptions options, TimeProvider timeProvider) =>
        new(client, options, timeProvider, scope.Log);

    /// <summary>Creates the object that reads images together with their uses.</summary>
    public static RegionUsageReader CreateUsageReader(CommandScope scope, CvmClient client, ImageUsageReader reader, CallerAccount account) =>
        new(client, reader, account, scope.Log);

    /// <summary>Creates the object that publishes images.</summary>
    public static RolloutPublisher CreatePublisher(
        CommandScope scope, CvmClient client, AutoScalingClient autoScaling, RolloutOptions options, TimeProvider timeProvider) =>
        new(client, autoScaling, options, timeProvider, scope.Log);

    /// <summary>Creates the object that undoes publications.</summary>
    public static RolloutUndo CreateUndo(
        CommandScope scope, CvmClient client, AutoScalingClient autoScaling, RolloutOptions options, TimeProvider timeProvider) =>
        new(client, autoScaling, options, timeProvider, scope.Log);

    /// <summary>Connects to the accounts of a plan and creates the object that compares it.</summary>
    public static Task<PlanComparer> ConnectComparerAsync(
        CommandScope scope, ReplicationPlan plan, PlanConnections connections, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        PlanComparer.ConnectAsync(plan, connections, timeProvider, scope.Log, cancellationToken);

    /// <summary>Connects to the accounts of a plan and creates the object that carries it out.</summary>
    public static Task<PlanSyncer> ConnectSyncerAsync(
        CommandScope scope,
        ReplicationPlan plan,
        PlanConnections connections,
        PlanSyncOptions options,
        TimeProvider timeProvider,
        CancellationToken cancellationToken) =>
        PlanSyncer.ConnectAsync(plan, connections, ProcessCaches.OfThisProcess.Copies, options, timeProvider, scope.Log, cancellationToken);
}
