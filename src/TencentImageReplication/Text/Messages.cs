using TencentImageReplication.Core.Api.Cvm.Models;
using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Images.Copying;
using TencentImageReplication.Core.Images.Waiting;

namespace TencentImageReplication.Text;

/// <summary>Everything that the module says to people, in one place.</summary>
internal static partial class Messages
{
    /// <summary>Two sentences, one after the other: Chinese puts no space between them.</summary>
    internal static string Sentences(string first, string second) => Localized.Text($"{first} {second}", $"{first}{second}");

    /// <summary>A message, ended as a sentence, and what to do about it.</summary>
    internal static string WithAdvice(string message, string advice) => Sentences(
        message is [.., '.' or '!' or '?' or '。' or '！' or '？'] ? message : Localized.Text($"{message}.", $"{message}。"), advice);

    internal static string NotConnected() => Localized.Text("There is no connection to Tencent Cloud.", "尚未连接腾讯云。");

    internal static string NotConnectedAdvice() => Localized.Text(
        "Run Connect-TccAccount, or set the environment variables TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY. "
            + "about_TccCredentials tells where else keys are looked for. "
            + "To try the module without an account, run Connect-TccAccount -Simulated.",
        "请运行 Connect-TccAccount，或设置环境变量 TENCENTCLOUD_SECRET_ID 和 TENCENTCLOUD_SECRET_KEY。"
            + "其他查找密钥的位置见 about_TccCredentials。"
            + "如需在没有账号的情况下试用本模块，请运行 Connect-TccAccount -Simulated。");

    internal static string CredentialAdvice() => Localized.Text(
        "Put right what the message names, then run Connect-TccAccount again. about_TccCredentials tells where keys are looked for.",
        "请按消息中的说明修正，然后重新运行 Connect-TccAccount。查找密钥的位置见 about_TccCredentials。");

    internal static string RoleNotAssumedAdvice() => Localized.Text(
        "Check the name of the role, that its policy trusts the account of the key, and that the key may call sts:AssumeRole.",
        "请检查角色名称是否正确，角色的信任策略是否包含密钥所属的账号，以及该密钥是否有权调用 sts:AssumeRole。");

    internal static string NoRegion() => Localized.Text(
        "No region was given, and the connection has no default region.",
        "未指定地域，且当前连接没有默认地域。");

    internal static string NoRegionAdvice() => Localized.Text(
        "Give -Region, or run Connect-TccAccount with -Region. Get-TccRegion lists the regions.",
        "请指定 -Region，或用 Connect-TccAccount 的 -Region 设置默认地域。可以用 Get-TccRegion 列出地域。");

    internal static string UnknownRegion(string region) => Localized.Text(
        $"Region '{region}' is not known to this version of the module; the service decides.",
        $"此版本的模块未收录地域“{region}”，仍会发送请求。");

    internal static string ServiceFailure(string message, string code, string action, string? region, string? requestId)
    {
        var where = region is null ? action : Localized.Text($"{action} in {region}", $"{action}，{region}");
        var request = requestId is null ? "" : Localized.Text($", request ID {requestId}", $"，请求 ID {requestId}");
        return Localized.Text($"{message} ({code}, {where}{request})", $"{message}（{code}，{where}{request}）");
    }

    internal static string ServiceFailureAdvice(string? requestId) => requestId is null
        ? Localized.Text(
            "Look up the code in Tencent's documentation of the action.",
            "请在腾讯云该接口的文档中查询此错误码。")
        : Localized.Text(
            "Look up the code in Tencent's documentation of the action; Tencent's support asks for the request ID.",
            "请在腾讯云该接口的文档中查询此错误码；联系腾讯云技术支持时请提供请求 ID。");

    internal static string ThrottledAdvice() => Localized.Text(
        "Wait a few seconds and run it again, or ask for less at a time.",
        "请等待几秒后重试，或减少单次请求的数量。");

    internal static string SourceBusyAdvice() => Localized.Text(
        "The image has another task, most likely a copy. Wait for that to end (Wait-TccImage), then run it again.",
        "该镜像有其他任务正在进行，很可能是复制。请用 Wait-TccImage 等待其结束，然后重试。");

    internal static string AuthenticationAdvice() => Localized.Text(
        "Check the key, that it is enabled and, if it is temporary, has not ended, and that this computer's clock is right; then run Connect-TccAccount again.",
        "请检查密钥是否正确，是否已启用，临时密钥是否已到期，以及本机时间是否准确，然后重新运行 Connect-TccAccount。");

    internal static string AuthorizationAdvice() => Localized.Text(
        "Ask the account's administrator to allow the action in CAM (Cloud Access Management).",
        "请联系账号管理员在访问管理（CAM）中授予该接口的权限。");

    internal static string NetworkAdvice() => Localized.Text(
        "Check the network, the proxy and the endpoint (Get-TccContext shows it), then run it again.",
        "请检查网络、代理和接入点（可以用 Get-TccContext 查看），然后重试。");

    internal static string MayHaveActedAdvice() => Localized.Text(
        "The request may have been carried out all the same: look before you repeat it.",
        "该请求可能已经生效，请先确认结果再重试。");

    internal static string ImageNotFound(string imageId, string regions) => Localized.Text(
        $"There is no image {imageId} in {regions}.",
        $"{regions} 中没有镜像 {imageId}。");

    internal static string ImageNotFoundAdvice() => Localized.Text(
        "Check the ID and the region: an image ID is known in its own region alone. Get-TccImage lists what is there.",
        "请检查 ID 和地域：镜像 ID 只在其所在地域有效。可以用 Get-TccImage 列出该地域的镜像。");

    internal static string InstanceNotFound(string instanceId, string regions) => Localized.Text(
        $"There is no instance {instanceId} in {regions}.",
        $"{regions} 中没有实例 {instanceId}。");

    internal static string InstanceNotFoundAdvice() => Localized.Text(
        "Check the ID and the region: an instance ID is known in its own region alone. Get-TccInstance lists what is there.",
        "请检查 ID 和地域：实例 ID 只在其所在地域有效。可以用 Get-TccInstance 列出该地域的实例。");

    internal static string TagNotUnderstood(string text) => Localized.Text($"'{text}' is no tag.", $"“{text}”不是有效的标签。");

    internal static string TagAdvice() => Localized.Text(
        "Write tags as @{ env = 'prod' } or as 'env=prod'.",
        "请将标签写成 @{ env = 'prod' } 或 'env=prod'。");

    internal static string RegionListNotAnswered(string code) => Localized.Text(
        $"The service did not say which regions it has ({code}): showing those that this version knows.",
        $"无法从腾讯云获取地域列表（{code}），将显示此版本的模块收录的地域。");

    internal static string SimulatedAccountSource(string role) => Localized.Text($"simulated account ({role})", $"模拟账号（{role}）");

    internal static string NoCredentials() => Localized.Text(
        "No credentials were found: neither in the environment, nor in a file, nor a role of this machine.",
        "未找到密钥：环境变量、凭证文件和本机的角色中都没有。");

    internal static string NoRoleToAssume() => Localized.Text(
        "-RoleSessionName and -DurationSeconds are about a role: give -AssumeRoleArn too.",
        "-RoleSessionName 和 -DurationSeconds 只用于角色，请同时指定 -AssumeRoleArn。");

    internal static string GivenKey() => Localized.Text("given to Connect-TccAccount", "由 Connect-TccAccount 提供");

    internal static string ConfirmCaption() => Localized.Text("Confirm", "确认");

    internal static string Question(string whatHappens) => Localized.Text($"{whatHappens}?", $"{whatHappens}。是否继续？");

    internal static string CopyImage(ImageCopyPlan plan)
    {
        var image = Localized.Text(
            $"{plan.Image.ImageId} ('{VisibleText.Of(plan.Image.ImageName)}', {plan.Image.ImageSize} GiB)",
            $"{plan.Image.ImageId}（“{VisibleText.Of(plan.Image.ImageName)}”，{plan.Image.ImageSize} GiB）");
        var destinations = Localized.List(plan.DestinationRegions);
        var newName = VisibleText.Of(plan.ImageName);
        var name = plan.ImageName == plan.Image.ImageName ? "" : Localized.Text($" as '{newName}'", $"，副本名称为“{newName}”");
        var copies = plan.DestinationRegions.Count;
        return Localized.Text(
            $"Copy {image} from {plan.SourceRegion} to {destinations}{name}. Copying is free; the "
                + (copies == 1 ? "copy" : $"{copies} copies") + $" kept will be billed as {plan.TotalSizeGB} GiB of snapshots",
            $"将 {image}从 {plan.SourceRegion} 复制到 {destinations}{name}。"
                + $"保留的 {copies} 个副本将按 {plan.TotalSizeGB} GiB 快照计费");
    }

    internal static string CopyTo(string imageId, string region) => Localized.Text($"{imageId} to {region}", $"{imageId} 到 {region}");

    internal static string CopyFailed(TccImageCopy row, string problem) => Localized.Text(
        $"No copy of {row.SourceImageId} to {row.Region}: {problem}",
        $"未能将 {row.SourceImageId} 复制到 {row.Region}：{problem}");

    internal static string CopyingStopped(int requested, IReadOnlyList<string> unanswered)
    {
        const int MostNamed = 10;
        var named = Localized.List(unanswered.Take(MostNamed));
        var more = unanswered.Count - MostNamed;
        var awaited = unanswered.Count == 0 ? ""
            : more > 0 ? Localized.Text(
                $" Still without an answer: {named} and {more} more.",
                $"尚未收到响应：{named}，以及另外 {more} 个。")
            : Localized.Text($" Still without an answer: {named}.", $"尚未收到响应：{named}。");
        return Localized.Text(
            $"Copying was stopped. Requested so far, and being made by the service: {requested}.{awaited} "
                + "Run the same command again to go on: what is there is reused, and nothing is copied twice.",
            $"命令已停止。已请求 {requested} 个副本，腾讯云会继续复制。{awaited}"
                + "如需继续，请再次运行同一命令：已有的副本会被复用，不会重复复制。");
    }

    internal static string WaitingStopped(int pending) => Localized.Text(
        $"Waiting was stopped; {pending} of the images were not ready yet. They go on being made: to wait on, pipe them into Wait-TccImage again.",
        $"已停止等待，还有 {pending} 个镜像未就绪。这些镜像会在腾讯云继续处理；如需继续等待，请再次通过管道传给 Wait-TccImage。");

    internal static string NoImageId() => Localized.Text("There is no image ID to work on.", "未指定镜像 ID。");

    internal static string NoImageIdAdvice() => Localized.Text(
        "Give -ImageId, or pipe images or copies in.",
        "请指定 -ImageId，或通过管道传入镜像或副本。");

    internal static string NoDestination() => Localized.Text("There is nowhere to copy to.", "未指定目标地域。");

    internal static string NoDestinationAdvice() => Localized.Text(
        "Give -DestinationRegion, or pipe in the rows of an earlier run to ask for them again.",
        "请指定 -DestinationRegion；如需重试，请通过管道传入以前输出的记录。");

    internal static string WaitActivity() => Localized.Text("Waiting for images", "正在等待镜像");

    internal static string WaitDone() => Localized.Text("Done", "完成");

    internal static string WaitStatus(int settled, int total, TimeSpan? remaining)
    {
        if (remaining is not { } time)
            return Localized.Text($"{settled} of {total} done", $"已完成 {settled}/{total}");
        var left = About(time);
        return Localized.Text($"{settled} of {total} done, {left} left", $"已完成 {settled}/{total}，剩余{left}");
    }

    internal static string WaitImageActivity(PendingImage image)
    {
        var (imageId, region) = (image.Target.ImageId, image.Target.Region);
        var name = image.Name is { } given ? VisibleText.Of(given) : null;
        return name is null
            ? Localized.Text($"{imageId} in {region}", $"{imageId}，{region}")
            : Localized.Text($"{imageId} ({name}) in {region}", $"{imageId}（{name}），{region}");
    }

    internal static string WaitImageStatus(PendingImage image)
    {
        var state = image.State ?? NotVisible();
        return image.Percent is { } percent ? Localized.Text($"{state}, {percent} %", $"{state}，{percent}%") : state;
    }

    internal static string WaitFailed(string imageId, string region, string? state) => Localized.Text(
        $"Image {imageId} in {region} ended in state {state}: it will not become usable.",
        $"镜像 {imageId}（{region}）的最终状态为 {state}，不会再变为可用。");

    internal static string WaitFailedAdvice() => Localized.Text(
        "Copy the image again: pipe the row back into the cmdlet that made it.",
        "请重新复制该镜像：将该记录通过管道传回输出它的复制命令。");

    internal static string WaitVanished(string imageId, string region, bool wasSeen) => wasSeen
        ? Localized.Text($"Image {imageId} in {region} is not there any more.", $"镜像 {imageId}（{region}）已不存在。")
        : ImageNotFound(imageId, region);

    internal static string WaitVanishedAdvice() => Localized.Text(
        "Check ID and region. If it was a copy, copy the image again: pipe the row back into the cmdlet that made it.",
        "请检查 ID 和地域。如果是副本，请重新复制该镜像：将该记录通过管道传回输出它的复制命令。");

    internal static string WaitTimedOut(string imageId, string region, string? state)
    {
        var seen = state ?? NotVisible();
        return Localized.Text(
            $"Image {imageId} in {region} was not ready in the time given ({seen}).",
            $"镜像 {imageId}（{region}）在指定时间内未就绪（{seen}）。");
    }

    internal static string WaitTimedOutAdvice(string imageId, string region) => Localized.Text(
        $"It may still become ready. To wait on, pipe the row into Wait-TccImage again, or run: Wait-TccImage -ImageId {imageId} -Region {region}",
        $"该镜像之后仍可能就绪。如需继续等待，请将该记录再次通过管道传给 Wait-TccImage，或运行：Wait-TccImage -ImageId {imageId} -Region {region}");

    internal static string NoCopy(string sourceImageId, string? region) => Localized.Text(
        $"There is no copy of {sourceImageId} in {region} to go on with.",
        $"{region} 中没有 {sourceImageId} 的副本，无法继续处理。");

    internal static string CopyNotUsable(string status, string? imageId, string? region) => Localized.Text(
        $"The copy {imageId} in {region} is in status {status}, and instances start from completed copies alone.",
        $"副本 {imageId}（{region}）的状态为 {status}，只有已完成的副本才能用于创建实例。");

    internal static string CopyNotUsableAdvice() => Localized.Text(
        "Wait for a copy under way with Wait-TccImage; copy a failed one again.",
        "如果正在复制，请用 Wait-TccImage 等待；如果复制失败，请重新复制。");

    internal static string NoInstanceType() => Localized.Text("No instance type was given.", "未指定机型。");

    internal static string NoInstanceTypeAdvice() => Localized.Text(
        "Give -InstanceType, such as S5.MEDIUM4, or -LikeInstanceId.",
        "请指定 -InstanceType（例如 S5.MEDIUM4）或 -LikeInstanceId。");

    internal static string VpcNeedsSubnet() => Localized.Text("-VpcId and -SubnetId go together.", "-VpcId 与 -SubnetId 必须同时指定。");

    internal static string VpcNeedsSubnetAdvice() => Localized.Text(
        "Give both, or neither for the default network.",
        "请同时指定两者；都不指定时使用默认网络。");

    internal static string TokenUsedTwice(string token, string imageId) => Localized.Text(
        $"The client token '{token}' stands for one request, and another image already used it: nothing was started from {imageId}.",
        $"一个 ClientToken 只能用于一个请求，“{token}”已用于另一个镜像：未由 {imageId} 创建实例。");

    internal static string TokenUsedTwiceAdvice() => Localized.Text(
        "Give each image a token of its own, or leave -ClientToken out.",
        "请为每个镜像指定不同的 ClientToken，或不指定 -ClientToken。");

    internal static string LaunchFailed(TccInstance instance, string? reason)
    {
        var why = reason is null ? Localized.Text("the service gives no reason", "腾讯云未返回原因") : VisibleText.Of(reason).TrimEnd('.', '。');
        return Localized.Text(
            $"Instance {instance.InstanceId} in {instance.Region} could not be started: {why}.",
            $"实例 {instance.InstanceId}（{instance.Region}）创建失败：{why}。");
    }

    internal static string LaunchFailedAdvice(string? requestId) => Localized.Text(
        $"Tencent's support asks for the request ID {requestId}.",
        $"联系腾讯云技术支持时请提供请求 ID {requestId}。");

    internal static string InstanceNotRunning(TccInstance instance, int seconds) => Localized.Text(
        $"Instance {instance.InstanceId} in {instance.Region} did not run within {seconds} s ({instance.State}).",
        $"实例 {instance.InstanceId}（{instance.Region}）在 {seconds} 秒内未变为运行中（{instance.State}）。");

    internal static string InstanceNotRunningAdvice(TccInstance instance) => Localized.Text(
        $"It may still start. Look with: Get-TccInstance -InstanceId {instance.InstanceId} -Region {instance.Region}",
        $"实例之后仍可能变为运行中。可以运行以下命令查看：Get-TccInstance -InstanceId {instance.InstanceId} -Region {instance.Region}");

    // Names, IDs and units alone: the same in every language.
    internal static string ImageTip(string name, Image image, string region) =>
        $"{name} ({image.ImageState}, {image.ImageSize} GiB, {image.Platform}, {region})";

    internal static string InstanceTip(Instance instance, string region) =>
        $"{instance.InstanceName} ({instance.InstanceState}, {instance.InstanceType}, {region})";

    internal static string InstanceTypeTip(long? cpu, long? memory) => $"{cpu} vCPU, {memory} GiB";

    private static string NotVisible() => Localized.Text("not visible yet", "尚不可见");

    private static string About(TimeSpan time)
    {
        if (time < TimeSpan.FromMinutes(2))
        {
            var seconds = Math.Max(1, (int)time.TotalSeconds);
            return Localized.Text($"about {seconds} s", $"约 {seconds} 秒");
        }

        var minutes = (int)Math.Round(time.TotalMinutes);
        return Localized.Text($"about {minutes} min", $"约 {minutes} 分钟");
    }
}
