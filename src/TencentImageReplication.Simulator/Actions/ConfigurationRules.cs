using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Checks the settings of a launch configuration. Auto scaling has codes of its own, and one for what CVM refuses.</summary>
internal static class ConfigurationRules
{
    private const int MaxTypes = 10;
    private const int MaxDataDisks = 11;
    private const int MaxUserDataBytes = 16 * 1024;

    /// <summary>Returns the image of the parameter <c>ImageId</c>; null when it is missing.</summary>
    public static SimulatedImage? Image(Parameters parameters, ActionContext context)
    {
        if (!parameters.Has("ImageId"))
            return null;
        var id = parameters.Text("ImageId");
        if (!IdFormat.Fits("img", id))
            throw new ServiceException("InvalidParameterValue.InvalidImageId", id);
        var stored = context.State.Images.Find(id, context.Region, context.AccountId) ?? throw new ServiceException("InvalidParameterValue.ImageNotFound", id);
        var image = context.State.Copies.View(stored, context.AccountId, context.Now, context.Options);
        // Inferred: the code for an image that is not ready.
        return image.State == ImageStates.Normal ? image : throw new ServiceException("InvalidParameterValue.InvalidImageId", $"{id}, {image.State}");
    }

    /// <summary>Returns the instance types of a request; null when it has none.</summary>
    public static IReadOnlyList<string>? InstanceTypes(Parameters parameters, SimulatedImage? image, ActionContext context)
    {
        var names = parameters.Texts("InstanceTypes");
        var policy = parameters.Text("InstanceTypesCheckPolicy", "ANY");
        if (policy is not ("ANY" or "ALL"))
            throw new ServiceException("InvalidParameterValue", "InstanceTypesCheckPolicy");
        if (names.Count > MaxTypes)
            throw new ServiceException("InvalidParameterValue.LimitExceeded", "InstanceTypes");
        if (parameters.Has("InstanceTypes") && names.Count == 0)
            throw new ServiceException("InvalidParameterValue.TooShort", "InstanceTypes");
        if (names.FirstOrDefault(name => !InstanceTypeCatalog.Names.Contains(name)) is { } unknown)
            throw new ServiceException("InvalidParameterValue.InvalidInstanceType", unknown);
        if (image is not null && names.FirstOrDefault(name => InstanceTypeCatalog.Find(name).Architecture != image.Architecture) is { } unfit)
            throw new ServiceException("InvalidParameterValue.CvmConfigurationError", $"{image.ImageId}, {unfit}");
        var sold = InstanceTypeCatalog.OffersIn(context.Region, context.Options).Where(offer => !offer.IsSoldOut).Select(offer => offer.Type.Name).ToList();
        var soldOut = names.Where(name => !sold.Contains(name)).ToList();
        if (soldOut.Count > 0 && (policy == "ALL" || soldOut.Count == names.Count))
            throw new ServiceException("InvalidParameterValue.InstanceTypeNotSupported", soldOut[0]);
        return names.Count > 0 ? names : null;
    }

    public static void CheckUserData(Parameters parameters)
    {
        byte[] decoded;
        try
        {
            decoded = Convert.FromBase64String(parameters.Text("UserData"));
        }
        catch (FormatException)
        {
            throw new ServiceException("InvalidParameterValue.UserDataFormatError", "UserData");
        }
        if (decoded.Length > MaxUserDataBytes)
            throw new ServiceException("InvalidParameterValue.UserDataSizeExceeded", "UserData");
    }

    /// <summary>Checks the network, and refuses resources that no simulated account has.</summary>
    public static void CheckResources(Parameters parameters, ActionContext context)
    {
        var groups = parameters.Texts("SecurityGroupIds");
        if (parameters.Has("SecurityGroupIds") && groups.Count == 0)
            throw new ServiceException("InvalidParameterValue.TooShort", "SecurityGroupIds");
        var own = CloudState.DefaultNetwork(context.AccountId, context.Region, context.Region + "-1").SecurityGroupId;
        if (groups.FirstOrDefault(group => group != own) is { } unknown)
            throw new ServiceException("InvalidParameterValue.InvalidSecurityGroupId", unknown);
        if (parameters.Object("InternetAccessible") is { } internet)
        {
            if (internet.HasContent("BandwidthPackageId"))
                throw new ServiceException("ResourceNotFound.BandwidthPackageIdNotFound", internet.Text("BandwidthPackageId"));
            if (internet.Number("InternetMaxBandwidthOut", 0) == 0 && internet.Flag("PublicIpAssigned"))
                throw new ServiceException("InvalidParameter.InvalidCombination", "InternetAccessible.PublicIpAssigned");
        }
        if (parameters.Object("IPv6InternetAccessible")?.Text("InternetChargeType", "TRAFFIC_POSTPAID_BY_HOUR") is { } type
            && type is not ("TRAFFIC_POSTPAID_BY_HOUR" or "BANDWIDTH_PACKAGE"))
        {
            throw new ServiceException("InvalidParameterValue.IPv6InternetChargeType", type);
        }
        if (parameters.HasContent("HpcClusterId"))
            throw new ServiceException("InvalidParameterValue.InvalidHpcClusterId", parameters.Text("HpcClusterId"));
        if (parameters.Texts("DisasterRecoverGroupIds") is [var placement, ..])
        {
            throw new ServiceException(
                IdFormat.Fits("ps", placement) ? "ResourceNotFound.DisasterRecoverGroupNotFound" : "InvalidParameterValue.InvalidDisasterRecoverGroupId", placement);
        }
        if (parameters.HasContent("DedicatedClusterId"))
            throw new ServiceException("InvalidParameterValue.CvmConfigurationError", "DedicatedClusterId");
        if (parameters.Text("DiskTypePolicy", "ORIGINAL") is not ("ORIGINAL" or "AUTOMATIC"))
            throw new ServiceException("InvalidParameterValue", "DiskTypePolicy");
    }

    /// <summary>Returns the login of a request; null when it has none. The password is checked, but not kept.</summary>
    public static LoginRules? Login(Parameters parameters, SimulatedImage? image, ActionContext context)
    {
        if (parameters.Object("LoginSettings") is not { } login)
            return null;
        var keeps = login.Flag("KeepImageLogin");
        if ((login.HasContent("Password") ? 1 : 0) + (login.HasContent("KeyIds") ? 1 : 0) + (keeps ? 1 : 0) > 1)
            throw new ServiceException("InvalidParameter.Conflict", "LoginSettings");
        if (image is null)
            return new LoginRules(login.Texts("KeyIds"), keeps);
        if (keeps && ImageStore.TypeFor(image, context.AccountId) == ImageTypes.Public)
            throw new ServiceException("InvalidParameter.InvalidCombination", "LoginSettings.KeepImageLogin");
        return ByCvm(() => LoginRules.Check(login.Without("KeepImageLogin"), image, context)) with { KeepImageLogin = keeps };
    }

    public static void CheckDisks(Parameters parameters, SimulatedImage? image, ActionContext context)
    {
        if (parameters.Objects("DataDisks").Count > MaxDataDisks)
            throw new ServiceException("InvalidParameterValue.LimitExceeded", "DataDisks");
        if (image is not null)
            ByCvm(() => DiskRules.Read(parameters, image, context));
    }

    private static T ByCvm<T>(Func<T> check)
    {
        try
        {
            return check();
        }
        catch (ServiceException refusal)
        {
            throw new ServiceException("InvalidParameterValue.CvmConfigurationError", refusal.Subject) { TextCode = refusal.Code };
        }
    }
}
