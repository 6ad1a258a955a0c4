using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Starts instances from an image.</summary>
internal sealed class RunInstances : IApiAction
{
    private const int MaxCount = 500;
    private const int MaxNameLength = 128;
    private const int MaxTokenLength = 64;
    private const int MaxUserDataBytes = 16 * 1024;

    public string Name => nameof(RunInstances);

    public bool NeedsRegion => true;

    public JsonObject Execute(ActionContext context)
    {
        var parameters = context.Parameters;
        var token = Token(parameters);
        var compared = parameters.TextWithout("ClientToken", "DryRun");
        if (Earlier(token, compared, context) is { } earlier)
            return Response(earlier);

        UnsupportedResources.Refuse(parameters);
        var image = Image(parameters, context);
        var count = Count(parameters);
        var name = parameters.Text("InstanceName");
        if (name.Length > MaxNameLength)
            throw new ServiceException("InvalidInstanceName.TooLong");
        var hostName = parameters.Text("HostName");
        HostNameRules.Check(SeriesName.Expand(hostName, count - 1, count), image.IsWindows);
        CheckUserData(parameters.Text("UserData"));
        var tags = TagRules.Read(parameters, "instance");
        var login = LoginRules.Check(parameters.Object("LoginSettings"), image, context);
        var charge = Charge.Read(parameters, context.Now);
        var (zone, type) = PlacementRules.Check(parameters, charge.Type, image, context);
        var disks = DiskRules.Read(parameters, image, context);
        var network = NetworkRules.Read(parameters, zone, count, charge.Type, context);
        CheckMeans(count, context);
        if (parameters.Flag("DryRun"))
            return context.DryRunPassed();

        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var instance = new SimulatedInstance
            {
                InstanceId = context.State.Ids.Resource("ins"),
                InstanceName = name.Length > 0 ? SeriesName.Expand(name, i, count) : "未命名",
                AccountId = context.AccountId,
                Region = context.Region,
                Zone = zone.Id,
                InstanceType = type.Name,
                ImageId = image.ImageId,
                Cpu = type.Cpu,
                MemoryGB = type.MemoryGB,
                OsName = image.OsName,
                IsWindows = image.IsWindows,
                HostName = hostName.Length > 0 ? SeriesName.Expand(hostName, i, count) : null,
                ChargeType = charge.Type,
                RenewFlag = charge.RenewFlag,
                CreatedTime = context.Now,
                ExpiredTime = charge.ExpiredTime,
                SystemDisk = disks.System with { DiskId = context.State.Ids.Resource("disk") },
                DataDisks = [.. disks.Data.Select(disk => disk with { DiskId = context.State.Ids.Resource("disk") })],
                Network = network.Network,
                SecurityGroupIds = network.SecurityGroupIds,
                PrivateIpAddress = network.PrivateIpAddress(i, context),
                PublicIpAddress = network.HasPublicIp ? NetworkRules.PublicIpAddress(context) : null,
                InternetChargeType = network.InternetChargeType,
                InternetMaxBandwidthOut = network.MaxBandwidthOut,
                KeyIds = login.KeyIds,
                KeepImageLogin = login.KeepImageLogin,
                UserData = parameters.Has("UserData") ? parameters.Text("UserData") : null,
                CamRoleName = parameters.Text("CamRoleName"),
                ProjectId = parameters.Object("Placement")!.Value.Number("ProjectId", 0),
                DisableApiTermination = parameters.Flag("DisableApiTermination"),
                Tags = tags,
                Uuid = context.State.Ids.Uuid(),
                RequestId = context.RequestId,
                StartEnds = context.Now + context.Options.LaunchDuration,
                StateAfterStart = context.Options.LaunchFails ? InstanceStates.LaunchFailed : InstanceStates.Running,
            };
            context.State.Instances.Add(instance);
            ids.Add(instance.InstanceId);
        }
        context.State.Instances.Remember(context.AccountId, context.Region, token, new ClientTokenUse(ids, compared, context.Now));
        return Response(ids);
    }

    private static JsonObject Response(IEnumerable<string> ids) => new() { ["InstanceIdSet"] = Json.Texts(ids) };

    private static IReadOnlyList<string>? Earlier(string token, string parameters, ActionContext context)
    {
        if (context.State.Instances.CreatedWith(context.AccountId, context.Region, token) is not { } use
            || context.Now - use.At >= context.Options.ClientTokenLifetime)
        {
            return null;
        }

        return context.Options.ReusedClientToken == ReusedClientToken.Refused && use.Parameters != parameters
            ? throw new ServiceException("InvalidParameterValue", "ClientToken")
            : use.InstanceIds;
    }

    private static string Token(Parameters parameters)
    {
        var token = parameters.Text("ClientToken");
        if (token.Length > MaxTokenLength)
            throw new ServiceException("InvalidClientToken.TooLong");
        return token.All(character => character is > ' ' and <= '~') ? token : throw new ServiceException("InvalidParameterValue", "ClientToken");
    }

    private static SimulatedImage Image(Parameters parameters, ActionContext context)
    {
        var id = parameters.Text("ImageId");
        if (id.Length == 0)
            throw new ServiceException("MissingParameter", "ImageId");
        if (!IdFormat.Fits("img", id))
            throw new ServiceException("InvalidImageId.Malformed", id);
        var stored = context.State.Images.Find(id, context.Region, context.AccountId) ?? throw new ServiceException("InvalidImageId.NotFound", id);
        var image = context.State.Copies.View(stored, context.AccountId, context.Now, context.Options);
        return image.State == ImageStates.Normal ? image : throw new ServiceException("InvalidParameterValue.InvalidImageState", image.State);
    }

    private static int Count(Parameters parameters)
    {
        var count = parameters.Number("InstanceCount", 1);
        if (count is < 1 or > MaxCount)
            throw new ServiceException("InvalidParameterValue.Range", "InstanceCount");
        var least = parameters.Number("MinCount", count);
        return least >= 1 && least <= count ? (int)count : throw new ServiceException("InvalidParameterValue.InvalidParameterMinCount", "MinCount");
    }

    private static void CheckUserData(string userData)
    {
        byte[] decoded;
        try
        {
            decoded = Convert.FromBase64String(userData);
        }
        catch (FormatException)
        {
            throw new ServiceException("InvalidParameterValue.InvalidUserDataFormat", "UserData");
        }
        if (decoded.Length > MaxUserDataBytes)
            throw new ServiceException("InvalidParameterValue.TooLarge", "UserData");
    }

    private static void CheckMeans(int count, ActionContext context)
    {
        if (!context.Account.HasBalance)
            throw new ServiceException("InvalidAccount.InsufficientBalance");
        if (context.State.Instances.Owned(context.Region, context.AccountId).Count() + count > context.Options.InstanceQuota)
            throw new ServiceException("LimitExceeded.CvmInstanceQuota", context.Region);
    }
}
