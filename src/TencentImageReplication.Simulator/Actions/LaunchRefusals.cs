using TencentImageReplication.Simulator.Catalog;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>Refuses new instances for the reasons in the settings.</summary>
internal static class LaunchRefusals
{
    private static readonly Dictionary<LaunchRefusal, string> Codes = new()
    {
        [LaunchRefusal.AccountQualificationRestrictions] = "AccountQualificationRestrictions",
        [LaunchRefusal.AccountNotSupported] = "OperationDenied.AccountNotSupported",
        [LaunchRefusal.InvalidPermission] = "InvalidPermission",
        [LaunchRefusal.OnlyForPrepaidAccount] = "UnsupportedOperation.OnlyForPrepaidAccount",
        [LaunchRefusal.UnsupportedInternationalUser] = "UnsupportedOperation.UnsupportedInternationalUser",
        [LaunchRefusal.PromotionalRegionRestriction] = "FailedOperation.PromotionalRegionRestriction",
        [LaunchRefusal.ZoneNotSupported] = "InvalidParameterValue.ZoneNotSupported",
        [LaunchRefusal.SpotUnsupportedRegion] = "UnsupportedOperation.SpotUnsupportedRegion",
        [LaunchRefusal.NoInstanceTypeSupportSpot] = "UnsupportedOperation.NoInstanceTypeSupportSpot",
        [LaunchRefusal.InsufficientPrice] = "InvalidParameterValue.InsufficientPrice",
        [LaunchRefusal.InsufficientOffering] = "InvalidParameterValue.InsufficientOffering",
        [LaunchRefusal.SpotQuota] = "LimitExceeded.SpotQuota",
        [LaunchRefusal.UserSpotQuota] = "LimitExceeded.UserSpotQuota",
        [LaunchRefusal.NoAvailableIpAddressCountInSubnet] = "FailedOperation.NoAvailableIpAddressCountInSubnet",
        [LaunchRefusal.CidrBlock] = "ResourceInsufficient.CidrBlock",
        [LaunchRefusal.NoDefaultCbs] = "ResourceNotFound.NoDefaultCbs",
        [LaunchRefusal.InvalidRegionDiskEncrypt] = "UnsupportedOperation.InvalidRegionDiskEncrypt",
        [LaunchRefusal.CamRoleNameAuthenticateFailed] = "AuthFailure.CamRoleNameAuthenticateFailed",
        [LaunchRefusal.KeyPairNotFound] = "ResourceNotFound.KeyPairNotFound",
        [LaunchRefusal.InvalidPassword] = "InvalidPassword",
    };

    // The reasons that only requests of a certain form have.
    private static readonly LaunchRefusal[] OfSpot =
    [
        LaunchRefusal.SpotUnsupportedRegion, LaunchRefusal.NoInstanceTypeSupportSpot, LaunchRefusal.InsufficientPrice,
        LaunchRefusal.InsufficientOffering, LaunchRefusal.SpotQuota, LaunchRefusal.UserSpotQuota,
    ];

    /// <summary>Refuses instances in a region, a zone, of a type, or of an account that has a reason.</summary>
    public static void Check(InstanceRequest request, ActionContext context)
    {
        foreach (var key in new[] { context.AccountId, context.Region, request.Zone.Id, request.Type.Name })
        {
            if (context.Options.LaunchRefusals.TryGetValue(key, out var refusal) && Concerns(refusal, request, context.Parameters))
                throw new ServiceException(Codes[refusal], key);
        }
    }

    private static bool Concerns(LaunchRefusal refusal, InstanceRequest request, Parameters parameters) => refusal switch
    {
        LaunchRefusal.InvalidRegionDiskEncrypt => request.Disks.System.Encrypted || request.Disks.Data.Any(disk => disk.Encrypted),
        LaunchRefusal.CamRoleNameAuthenticateFailed => parameters.HasContent("CamRoleName"),
        LaunchRefusal.KeyPairNotFound => request.Login.KeyIds.Count > 0,
        LaunchRefusal.InvalidPassword => parameters.Object("LoginSettings")?.HasContent("Password") == true,
        LaunchRefusal.OnlyForPrepaidAccount => request.Charge.Type == ChargeTypes.Prepaid,
        _ => !OfSpot.Contains(refusal) || request.Charge.Type == ChargeTypes.Spot,
    };
}
