using TencentImageReplication.Core.Common;
using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

/// <summary>Advice about error codes whose documentation does not say what to do.</summary>
internal static class CodeAdvice
{
    private static readonly string[] RefusedRegion =
        ["UnsupportedOperation.Region", "InvalidRegion.Unavailable", "InvalidParameterValue.InvalidRegion"];

    private static readonly string[] UnknownRegion = ["UnsupportedRegion", "InvalidRegion.NotFound", "InvalidParameterValue.InvalidRegion"];

    /// <summary>Returns the advice about a failure; null if there is none.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="destination">The destination, if the failure concerns a copy. The region of the failure is that of its source.</param>
    internal static string? For(TencentCloudException failure, string? destination = null)
    {
        var region = destination ?? failure.Region;
        if (region is not null && UnknownRegion.Contains(failure.Code) && RegionCatalog.FindSimilar(region) is { } similar)
            return Messages.SimilarRegionAdvice(region, similar.Id);
        if (failure.Action == "SyncImages" && RefusedRegion.Contains(failure.Code))
            return Messages.RefusedRegionAdvice();
        if (failure.Code.StartsWith("ImageQuotaLimitExceeded", StringComparison.Ordinal))
            return Messages.ImageQuotaAdvice(failure.Action == "SyncImages" ? destination : failure.Region);
        return OfAction(failure) ?? OfAnyAction(failure) ?? OfQuota(failure) ?? OfFamily(failure.Code);
    }

    private static string? OfAction(TencentCloudException failure) => (failure.Action, failure.Code) switch
    {
        ("SyncImages", "InvalidImageName.Duplicate") => Messages.CopyNameTakenAdvice(),
        ("SyncImages", "InvalidImageId.TooLarge") => Messages.TooLargeToCopyAdvice(),
        ("SyncImages", "UnsupportedOperation.EncryptedImagesNotSupported") => Messages.EncryptedNotCopiedAdvice(),
        ("SyncImages", "UnsupportedOperation.SyncEncryptImageNotSupport") => Messages.NotEncryptedAdvice(),
        ("DescribeImageSharePermission" or "ModifyImageSharePermission", "UnauthorizedOperation.ImageNotBelongToAccount") =>
            Messages.NotOwnerAdvice(),
        ("ModifyImageSharePermission", "OverQuota") => Messages.ShareQuotaAdvice(),
        ("ModifyImageSharePermission", "FailedOperation.BYOLImageShareFailed" or "FailedOperation.QImageShareFailed"
            or "FailedOperation.RImageShareFailed") => Messages.LicensedNotSharedAdvice(),
        ("CreateImage", "UnsupportedOperation.InstanceStateFreezing" or "UnsupportedOperation.InstanceStateTerminating"
            or "UnsupportedOperation.InstanceReinstallFailed" or "UnsupportedOperation.StoppedModeStopCharging"
            or "UnsupportedOperation.NotSupportInstanceImage" or "UnsupportedOperation.SpecialInstanceType"
            or "InvalidInstance.NotSupported") => Messages.NoImageOfInstanceAdvice(),
        ("CreateImage", "ResourceInUse" or "ResourceInUse.DiskRollbacking" or "ResourceUnavailable.SnapshotCreating") =>
            Messages.InstanceBusyAdvice(),
        ("CreateImage", _) when failure.Code.StartsWith("UnsupportedOperation.InstanceState", StringComparison.Ordinal) =>
            Messages.InstanceBusyAdvice(),
        _ => null,
    };

    private static string? OfAnyAction(TencentCloudException failure) => failure.Code switch
    {
        "UnsupportedRegion" or "InvalidRegion.NotFound" or "InvalidParameterValue.InvalidRegion" => Messages.UnknownRegionAdvice(),
        "UnsupportedOperation.Region" or "InvalidRegion.Unavailable" or "FailedOperation.PromotionalRegionRestriction"
            or "UnsupportedOperation.SpotUnsupportedRegion" or "UnsupportedOperation.InvalidRegionDiskEncrypt" =>
            Messages.NotInRegionAdvice(),
        "AuthFailure.SecretIdNotFound" or "AuthFailure.InvalidSecretId" or "AuthFailure.AccessKeyIllegal" => Messages.OtherSiteAdvice(),
        "AuthFailure.SignatureFailure" => Messages.WrongSecretKeyAdvice(),
        "AuthFailure.SignatureExpire" => Messages.WrongClockAdvice(),
        "AuthFailure.TokenFailure" or "UnauthorizedOperation.InvalidToken" => Messages.WrongTokenAdvice(),
        "AuthFailure.CamRoleNameAuthenticateFailed" or "InvalidParameterValue.CamRoleNameMalformed" => Messages.InstanceRoleAdvice(),
        "UnauthorizedOperation.MFAExpired" or "UnauthorizedOperation.MFANotFound" or "AuthFailure.MFAFailure" => Messages.MfaAdvice(),
        "UnsupportedOperation.UnsupportedInternationalUser" or "OperationDenied.AccountNotSupported"
            or "UnsupportedOperation.OnlyForPrepaidAccount" or "InvalidPermission" => Messages.AccountNotSupportedAdvice(),
        "InvalidAccount.InsufficientBalance" => Messages.BalanceAdvice(),
        "AccountQualificationRestrictions" => Messages.QualificationAdvice(),
        "InvalidImageId.NotFound" or "InvalidImageId.Malformed" => Messages.ImageNotFoundAdvice(),
        "InvalidImageId.IncorrectState" or "InvalidParameterValue.InvalidImageState" or "FailedOperation.InvalidImageState" =>
            Messages.ImageNotReadyAdvice(),
        "InvalidParameterValue.InvalidImageId" or "InvalidParameter.InstanceImageNotSupport"
            or "UnsupportedOperation.LocationImageNotSupported" or "InvalidParameterValue.InvalidImageFormat"
            or "InvalidParameterValue.InvalidImageOsName" => Messages.OtherImageAdvice(),
        "InvalidParameter.InvalidKmsKeyId" => Messages.KmsKeyAdvice(),
        "InvalidInstanceId.NotFound" or "InvalidInstanceId.Malformed" => Messages.InstanceNotFoundAdvice(),
        "InvalidInstanceType.Malformed" or "InvalidParameterValue.InstanceTypeNotFound" => Messages.InstanceTypeAdvice(),
        "InvalidParameterValue.InvalidImageForGivenInstanceType" => Messages.ImageForTypeAdvice(),
        "InvalidZone.MismatchRegion" or "InvalidParameterValue.ZoneNotSupported" => Messages.ZoneAdvice(),
        "InvalidPassword" or "InvalidParameterValue.InvalidPassword" => Messages.PasswordAdvice(),
        "InvalidKeyPairId.Malformed" or "InvalidKeyPairId.NotFound" or "InvalidParameterValue.KeyPairNotFound"
            or "ResourceNotFound.KeyPairNotFound" => Messages.KeyPairAdvice(),
        "UnsupportedOperation.KeyPairUnsupportedWindows" => Messages.KeyPairOnWindowsAdvice(),
        "InvalidParameterValue.InsufficientPrice" or "UnsupportedOperation.NoInstanceTypeSupportSpot" => Messages.SpotAdvice(),
        "FailedOperation.NoAvailableIpAddressCountInSubnet" or "ResourceInsufficient.CidrBlock" => Messages.SubnetFullAdvice(),
        "InvalidSecurityGroupId.NotFound" => Messages.NetworkOfRegionAdvice(),
        "FailedOperation.TagKeyReserved" or "InvalidParameter.ReservedTagKey" => Messages.ReservedTagAdvice(),
        "FailedOperation.PolicyEnforcedInvalid" => Messages.TagPolicyAdvice(),
        "FailedOperation.ResourceTagProcessing" => Messages.TagsBusyAdvice(),
        "FailedOperation.IllegalTagKey" or "FailedOperation.IllegalTagValue" => Messages.TagCharactersAdvice(),
        _ => null,
    };

    private static string? OfQuota(TencentCloudException failure) =>
        failure.Code.Contains("Quota") || failure.Code.StartsWith("LimitExceeded.", StringComparison.Ordinal)
            ? Messages.QuotaAdvice(failure.Region)
            : null;

    // Only the end of these codes differs, and the message says the rest.
    private static string? OfFamily(string code)
    {
        if (Begins("ResourceInsufficient.") || Begins("ResourcesSoldOut.") || Begins("ResourceUnavailable.InstanceType")
            || Begins("InvalidParameterValue.InsufficientOffering") || Begins("ResourceNotFound.NoDefaultCbs"))
        {
            return Messages.SoldOutAdvice();
        }

        if (Begins("InvalidParameterValue.VpcId") || Begins("InvalidParameterValue.Subnet") || Begins("InvalidParameterValue.InvalidVpcId"))
            return Messages.NetworkOfRegionAdvice();
        return Begins("InvalidParameterValue.TagKey") || Begins("InvalidParameterValue.TagValue") ? Messages.TagCharactersAdvice() : null;

        bool Begins(string start) => code.StartsWith(start, StringComparison.Ordinal);
    }
}
