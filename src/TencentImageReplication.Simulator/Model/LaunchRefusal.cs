namespace TencentImageReplication.Simulator.Model;

/// <summary>
/// Reasons for which the service refuses new instances and which depend on facts that the simulator does not have, such as
/// contracts and stock. Each one has the documented code of this name.
/// </summary>
public enum LaunchRefusal
{
    /// <summary><c>AccountQualificationRestrictions</c>.</summary>
    AccountQualificationRestrictions,

    /// <summary><c>OperationDenied.AccountNotSupported</c>.</summary>
    AccountNotSupported,

    /// <summary><c>InvalidPermission</c>.</summary>
    InvalidPermission,

    /// <summary><c>UnsupportedOperation.OnlyForPrepaidAccount</c>.</summary>
    OnlyForPrepaidAccount,

    /// <summary><c>UnsupportedOperation.UnsupportedInternationalUser</c>.</summary>
    UnsupportedInternationalUser,

    /// <summary><c>FailedOperation.PromotionalRegionRestriction</c>.</summary>
    PromotionalRegionRestriction,

    /// <summary><c>InvalidParameterValue.ZoneNotSupported</c>.</summary>
    ZoneNotSupported,

    /// <summary><c>UnsupportedOperation.SpotUnsupportedRegion</c>.</summary>
    SpotUnsupportedRegion,

    /// <summary><c>UnsupportedOperation.NoInstanceTypeSupportSpot</c>.</summary>
    NoInstanceTypeSupportSpot,

    /// <summary><c>InvalidParameterValue.InsufficientPrice</c>.</summary>
    InsufficientPrice,

    /// <summary><c>InvalidParameterValue.InsufficientOffering</c>.</summary>
    InsufficientOffering,

    /// <summary><c>LimitExceeded.SpotQuota</c>.</summary>
    SpotQuota,

    /// <summary><c>LimitExceeded.UserSpotQuota</c>.</summary>
    UserSpotQuota,

    /// <summary><c>FailedOperation.NoAvailableIpAddressCountInSubnet</c>.</summary>
    NoAvailableIpAddressCountInSubnet,

    /// <summary><c>ResourceInsufficient.CidrBlock</c>.</summary>
    CidrBlock,

    /// <summary><c>ResourceNotFound.NoDefaultCbs</c>.</summary>
    NoDefaultCbs,

    /// <summary><c>UnsupportedOperation.InvalidRegionDiskEncrypt</c>.</summary>
    InvalidRegionDiskEncrypt,

    /// <summary><c>AuthFailure.CamRoleNameAuthenticateFailed</c>.</summary>
    CamRoleNameAuthenticateFailed,

    /// <summary><c>ResourceNotFound.KeyPairNotFound</c>.</summary>
    KeyPairNotFound,

    /// <summary><c>InvalidPassword</c>.</summary>
    InvalidPassword,
}
