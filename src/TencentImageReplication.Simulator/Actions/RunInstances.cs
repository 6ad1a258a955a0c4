using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Starts instances from an image.</summary>
internal sealed class RunInstances : IApiAction
{
    private const int MaxCount = 500;

    public string Name => nameof(RunInstances);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var parameters = context.Parameters;
        var token = parameters.Text("ClientToken");
        ClientToken.Check(token);
        var compared = ClientToken.Compared(parameters);
        if (ClientToken.Earlier(context.State.Instances.CreatedWith(context.AccountId, context.Region, token), compared, context) is { } earlier)
            return Response(earlier);

        context = TemplateData.Apply(context);
        parameters = context.Parameters;
        var request = InstanceRequest.Read(context, MaxCount);
        var (image, charge, network) = (request.Image, request.Charge, request.Network);
        var count = request.Count;
        CheckMeans(count, context);
        if (parameters.Flag("DryRun"))
            return context.DryRunPassed();

        var course = InstanceCourse.Of(image.ImageId, context.Region, context.State);
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var instance = new SimulatedInstance
            {
                InstanceId = context.State.Ids.Resource("ins"),
                InstanceName = request.InstanceName.Length > 0 ? SeriesName.Expand(request.InstanceName, i, count) : "未命名",
                AccountId = context.AccountId,
                Region = context.Region,
                Zone = request.Zone.Id,
                InstanceType = request.Type.Name,
                ImageId = image.ImageId,
                Cpu = request.Type.Cpu,
                MemoryGB = request.Type.MemoryGB,
                OsName = image.OsName,
                IsWindows = image.IsWindows,
                HostName = request.HostName.Length > 0 ? SeriesName.Expand(request.HostName, i, count) : null,
                ChargeType = charge.Type,
                RenewFlag = charge.RenewFlag,
                CreatedTime = context.Now,
                ExpiredTime = charge.ExpiredTime,
                SystemDisk = request.Disks.System with { DiskId = context.State.Ids.Resource("disk") },
                DataDisks = [.. request.Disks.Data.Select(disk => disk with { DiskId = context.State.Ids.Resource("disk") })],
                Network = network.Network,
                SecurityGroupIds = network.SecurityGroupIds,
                PrivateIpAddress = network.PrivateIpAddress(i, context),
                PublicIpAddress = network.HasPublicIp ? NetworkRules.PublicIpAddress(context) : null,
                InternetChargeType = network.InternetChargeType,
                InternetMaxBandwidthOut = network.MaxBandwidthOut,
                KeyIds = request.Login.KeyIds,
                KeepImageLogin = request.Login.KeepImageLogin,
                UserData = parameters.Has("UserData") ? parameters.Text("UserData") : null,
                CamRoleName = parameters.Text("CamRoleName"),
                ProjectId = parameters.Object("Placement")!.Value.Number("ProjectId", 0),
                DisableApiTermination = parameters.Flag("DisableApiTermination"),
                Tags = request.Tags,
                Uuid = context.State.Ids.Uuid(),
                RequestId = context.RequestId,
                HasAutomationAgent = request.HasAutomationAgent,
                TerminatesAt = request.TerminatesAt,
                StartEnds = course.Ending == LaunchEnding.Stuck ? DateTimeOffset.MaxValue : context.Now + (course.LaunchDuration ?? context.Options.LaunchDuration),
                StateAfterStart = context.Options.LaunchFails || course.Ending == LaunchEnding.LaunchFailed ? InstanceStates.LaunchFailed : InstanceStates.Running,
            };
            context.State.Instances.Add(instance);
            ids.Add(instance.InstanceId);
        }
        context.State.Instances.Remember(context.AccountId, context.Region, token, new ClientTokenUse(ids, compared, context.Now));
        return Response(ids);
    }

    private static JsonObject Response(IEnumerable<string> ids) => new() { ["InstanceIdSet"] = Json.Texts(ids) };

    private static void CheckMeans(int count, ActionContext context)
    {
        if (!context.Account.HasBalance)
            throw new ServiceException("InvalidAccount.InsufficientBalance");
        if (context.State.Instances.Owned(context.Region, context.AccountId).Count() + count > context.Options.InstanceQuota)
            throw new ServiceException("LimitExceeded.CvmInstanceQuota", context.Region);
    }
}
