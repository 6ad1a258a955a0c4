using TencentImageReplication.Core;
using TencentImageReplication.Core.Cvm.Models;
using TencentImageReplication.Core.Replication;

namespace TencentImageReplication;

/// <summary>Everything that the module says to people, in one place.</summary>
internal static partial class Messages
{
    internal static string NotConnected() => "There is no connection to Tencent Cloud.";

    internal static string NotConnectedAdvice() =>
        "Run Connect-TccAccount, or set the environment variables TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY. "
        + "To try the module without an account, run Connect-TccAccount -Simulated.";

    internal static string NoRegion() => "No region was given, and the connection has no default region.";

    internal static string NoRegionAdvice() =>
        "Give -Region, or run Connect-TccAccount with -Region. Get-TccRegion lists the regions.";

    internal static string UnknownRegion(string region) =>
        $"Region '{region}' is not known to this version of the module; the service decides.";

    internal static string ServiceFailure(string message, string code, string action, string? region, string? requestId)
    {
        var where = region is null ? action : $"{action} in {region}";
        var request = requestId is null ? "" : $", request ID {requestId}";
        return $"{message} ({code}, {where}{request})";
    }

    internal static string ServiceFailureAdvice(string? requestId) => requestId is null
        ? "Look up the code in Tencent's documentation of the action."
        : "Look up the code in Tencent's documentation of the action; Tencent's support asks for the request ID.";

    internal static string ThrottledAdvice() => "Wait a few seconds and run it again, or ask for less at a time.";

    internal static string SourceBusyAdvice() =>
        "The image has another task, most likely a copy. Wait for that to end (Wait-TccImage), then run it again.";

    internal static string AuthenticationAdvice() =>
        "Check the key, that it is enabled, and that this computer's clock is right; then run Connect-TccAccount again.";

    internal static string AuthorizationAdvice() =>
        "Ask the account's administrator to allow the action in CAM (Cloud Access Management).";

    internal static string NetworkAdvice() =>
        "Check the network, the proxy and the endpoint (Get-TccContext shows it), then run it again.";

    internal static string MayHaveActedAdvice() =>
        "The request may have been carried out all the same: look before you repeat it.";

    internal static string ImageNotFound(string imageId, string regions) => $"There is no image {imageId} in {regions}.";

    internal static string ImageNotFoundAdvice() =>
        "Check the ID and the region: an image ID is known in its own region alone. Get-TccImage lists what is there.";

    internal static string InstanceNotFound(string instanceId, string regions) =>
        $"There is no instance {instanceId} in {regions}.";

    internal static string InstanceNotFoundAdvice() =>
        "Check the ID and the region: an instance ID is known in its own region alone. Get-TccInstance lists what is there.";

    internal static string TagNotUnderstood(string text) => $"'{text}' is no tag.";

    internal static string TagAdvice() => "Write tags as @{ env = 'prod' } or as 'env=prod'.";

    internal static string RegionListNotAnswered(string code) =>
        $"The service did not say which regions it has ({code}): showing those that this version knows.";

    internal static string SimulatedAccountSource(string role) => $"simulated account ({role})";

    internal static string NoCredentials() => "No credentials were found in the environment.";

    internal static string EndpointNotUnderstood() =>
        "The endpoint cannot be used: it must be a host, or start with https://.";

    internal static string GivenKey() => "given to Connect-TccAccount";

    internal static string ConfirmCaption() => "Confirm";

    internal static string Question(string whatHappens) => $"{whatHappens}?";

    internal static string CopyImage(ImageCopyPlan plan)
    {
        var name = plan.ImageName == plan.Image.ImageName ? "" : $" as '{VisibleText.Of(plan.ImageName)}'";
        return $"Copy {plan.Image.ImageId} ('{VisibleText.Of(plan.Image.ImageName)}', {plan.Image.ImageSize} GiB) from {plan.SourceRegion} "
            + $"to {string.Join(", ", plan.DestinationRegions)}{name}. Copying is free; the {Copies(plan.DestinationRegions.Count)} "
            + $"kept will be billed as {plan.TotalSizeGB} GiB of snapshots";

        static string Copies(int count) => count == 1 ? "copy" : $"{count} copies";
    }

    internal static string CopyFailed(TccImageCopy row, string problem) =>
        $"No copy of {row.SourceImageId} to {row.Region}: {problem}";

    internal static string CopyingStopped(int requested, IReadOnlyList<string> unanswered)
    {
        const int MostNamed = 10;
        var awaited = unanswered.Count == 0 ? "" : $" Still without an answer: {string.Join(", ", unanswered.Take(MostNamed))}"
            + (unanswered.Count > MostNamed ? $" and {unanswered.Count - MostNamed} more." : ".");
        return $"Copying was stopped. Requested so far, and being made by the service: {requested}.{awaited} "
            + "Run the same command again to go on: what is there is reused, and nothing is copied twice.";
    }

    internal static string WaitingStopped(int pending) =>
        $"Waiting was stopped; {pending} of the images were not ready yet. They go on being made: to wait on, pipe them into Wait-TccImage again.";

    internal static string NoImageId() => "There is no image ID to work on.";

    internal static string NoImageIdAdvice() => "Give -ImageId, or pipe images or copies in.";

    internal static string NoDestination() => "There is nowhere to copy to.";

    internal static string NoDestinationAdvice() => "Give -DestinationRegion, or pipe in the rows of an earlier run to ask for them again.";

    internal static string WaitActivity() => "Waiting for images";

    internal static string WaitDone() => "Done";

    internal static string WaitStatus(int settled, int total, TimeSpan? remaining) => remaining is { } time
        ? $"{settled} of {total} done, {About(time)} left"
        : $"{settled} of {total} done";

    internal static string WaitImageActivity(PendingImage image) => image.Name is { } name
        ? $"{image.Target.ImageId} ({VisibleText.Of(name)}) in {image.Target.Region}"
        : $"{image.Target.ImageId} in {image.Target.Region}";

    internal static string WaitImageStatus(PendingImage image)
    {
        var state = image.State ?? "not visible yet";
        return image.Percent is { } percent ? $"{state}, {percent} %" : state;
    }

    internal static string WaitFailed(string imageId, string region, string? state) =>
        $"Image {imageId} in {region} ended in state {state}: it will not become usable.";

    internal static string WaitFailedAdvice() => "Copy the image again: pipe the row back into the cmdlet that made it.";

    internal static string WaitVanished(string imageId, string region, bool wasSeen) => wasSeen
        ? $"Image {imageId} in {region} is not there any more."
        : $"There is no image {imageId} in {region}.";

    internal static string WaitVanishedAdvice() =>
        "Check ID and region. If it was a copy, copy the image again: pipe the row back into the cmdlet that made it.";

    internal static string WaitTimedOut(string imageId, string region, string? state) =>
        $"Image {imageId} in {region} was not ready in the time given ({state ?? "not visible yet"}).";

    internal static string WaitTimedOutAdvice(string imageId, string region) =>
        $"It may still become ready. To wait on, pipe the row into Wait-TccImage again, or run: Wait-TccImage -ImageId {imageId} -Region {region}";

    internal static string NoCopy(string sourceImageId, string? region) =>
        $"There is no copy of {sourceImageId} in {region} to go on with.";

    internal static string CopyNotUsable(string status, string? imageId, string? region) =>
        $"The copy {imageId} in {region} is in status {status}, and instances start from completed copies alone.";

    internal static string CopyNotUsableAdvice() =>
        "Wait for a copy under way with Wait-TccImage; copy a failed one again.";

    internal static string NoInstanceType() => "No instance type was given.";

    internal static string NoInstanceTypeAdvice() => "Give -InstanceType, such as S5.MEDIUM4, or -LikeInstanceId.";

    internal static string VpcNeedsSubnet() => "-VpcId and -SubnetId go together.";

    internal static string VpcNeedsSubnetAdvice() => "Give both, or neither for the default network.";

    internal static string TokenUsedTwice(string token, string imageId) =>
        $"The client token '{token}' stands for one request, and another image already used it: nothing was started from {imageId}.";

    internal static string TokenUsedTwiceAdvice() => "Give each image a token of its own, or leave -ClientToken out.";

    internal static string LaunchFailed(TccInstance instance, string? reason) =>
        $"Instance {instance.InstanceId} in {instance.Region} could not be started: {VisibleText.Of(reason ?? "the service gives no reason")}.";

    internal static string LaunchFailedAdvice(string? requestId) => $"Tencent's support asks for the request ID {requestId}.";

    internal static string InstanceNotRunning(TccInstance instance, int seconds) =>
        $"Instance {instance.InstanceId} in {instance.Region} did not run within {seconds} s ({instance.State}).";

    internal static string InstanceNotRunningAdvice(TccInstance instance) =>
        $"It may still start. Look with: Get-TccInstance -InstanceId {instance.InstanceId} -Region {instance.Region}";

    internal static string ImageTip(string name, Image image, string region) =>
        $"{name} ({image.ImageState}, {image.ImageSize} GiB, {image.Platform}, {region})";

    internal static string InstanceTip(Instance instance, string region) =>
        $"{instance.InstanceName} ({instance.InstanceState}, {instance.InstanceType}, {region})";

    internal static string InstanceTypeTip(long? cpu, long? memory) => $"{cpu} vCPU, {memory} GiB";

    private static string About(TimeSpan time) => time < TimeSpan.FromMinutes(2)
        ? $"about {Math.Max(1, (int)time.TotalSeconds)} s"
        : $"about {(int)Math.Round(time.TotalMinutes)} min";
}
