using TencentImageReplication.Core.Transport.Errors;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

/// <summary>Advice about refused requests to share, create, change or delete images.</summary>
internal static class ImageChangeAdvice
{
    /// <returns>Null for any other failure.</returns>
    internal static string? For(TencentCloudException failure) => (failure.Code, failure.Action) switch
    {
        ("FailedOperation.NotMasterAccount" or "InvalidAccountId.NotFound" or "InvalidParameterValue.InvalidAppIdFormat", "ModifyImageSharePermission") =>
            Messages.RootAccountAdvice(),
        ("FailedOperation.AccountIsYourSelf" or "InvalidAccountIs.YourSelf", _) => Messages.OwnAccountAdvice(),
        ("UnsupportedOperation.EncryptedImagesNotSupported", "ModifyImageSharePermission") => Messages.EncryptedNotSharedAdvice(),
        ("UnsupportedOperation.SharedImageModifyUnsupported", _) => Messages.SharedNotChangedAdvice(),
        ("InvalidImageId.InShared", _) => Messages.ImageSharedAdvice(),
        ("InvalidImageName.Duplicate", "CreateImage" or "ModifyImageAttribute") => Messages.NameTakenAdvice(),
        ("OperationDenied.InstanceOperationInProgress" or "MutexOperation.TaskRunning", "CreateImage") => Messages.InstanceBusyAdvice(),
        _ => null,
    };
}
