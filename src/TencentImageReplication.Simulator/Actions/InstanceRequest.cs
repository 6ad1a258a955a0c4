using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>The checked parameters of new instances. Starting them and inquiring about their price refuse the same.</summary>
internal sealed record InstanceRequest(
    SimulatedImage Image, int Count, string InstanceName, string HostName, IReadOnlyList<SimulatedTag> Tags, LoginRules Login, Charge Charge,
    Zone Zone, InstanceType Type, DiskRules Disks, NetworkRules Network, bool HasAutomationAgent, DateTimeOffset? TerminatesAt)
{
    private const int MaxNameLength = 128;
    private const int MaxUserDataBytes = 16 * 1024;
    private const string RoleSymbols = "+=,.@_-";

    public static InstanceRequest Read(ActionContext context, int maxCount)
    {
        var parameters = context.Parameters;
        ClientToken.Check(parameters.Text("ClientToken"));
        UnsupportedResources.Refuse(parameters);
        var image = ReadImage(parameters, context);
        ImageKindRules.CheckBootable(image);
        var count = ReadCount(parameters, maxCount);
        var name = parameters.Text("InstanceName");
        if (name.Length > MaxNameLength)
            throw new ServiceException("InvalidInstanceName.TooLong");
        var hostName = parameters.Text("HostName");
        HostNameRules.Check(SeriesName.Expand(hostName, count - 1, count), image.IsWindows);
        CheckUserData(parameters.Text("UserData"));
        CheckRole(parameters.Text("CamRoleName"));
        var tags = TagRules.Read(parameters, "instance");
        var login = LoginRules.Check(parameters.Object("LoginSettings"), image, context);
        var charge = Charge.Read(parameters, context.Now);
        var (zone, type) = PlacementRules.Check(parameters, charge.Type, image, context);
        var disks = DiskRules.Read(parameters, image, context);
        var network = NetworkRules.Read(parameters, zone, count, charge.Type, context);
        var hasAgent = AgentRules.IsInstalled(parameters, image, context);
        var terminatesAt = ActionTimerRules.Read(parameters, context.Now);
        var request = new InstanceRequest(image, count, name, hostName, tags, login, charge, zone, type, disks, network, hasAgent, terminatesAt);
        LaunchRefusals.Check(request, context);
        return request;
    }

    private static SimulatedImage ReadImage(Parameters parameters, ActionContext context)
    {
        var id = parameters.Text("ImageId");
        if (id.Length == 0)
            throw new ServiceException("MissingParameter", "ImageId");
        var stored = OwnImage.Visible(id, context);
        var image = context.State.Copies.View(stored, context.AccountId, context.Now, context.Options);
        return image.State == ImageStates.Normal ? image : throw new ServiceException("InvalidParameterValue.InvalidImageState", image.State);
    }

    private static int ReadCount(Parameters parameters, int maxCount)
    {
        var count = parameters.Number("InstanceCount", 1);
        if (count < 1 || count > maxCount)
            throw new ServiceException("InvalidParameterValue.Range", "InstanceCount");
        var least = parameters.Number("MinCount", count);
        return least >= 1 && least <= count ? (int)count : throw new ServiceException("InvalidParameterValue.InvalidParameterMinCount", "MinCount");
    }

    private static void CheckRole(string name)
    {
        if (!name.All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || RoleSymbols.Contains(character)))
            throw new ServiceException("InvalidParameterValue.CamRoleNameMalformed", name);
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
}
