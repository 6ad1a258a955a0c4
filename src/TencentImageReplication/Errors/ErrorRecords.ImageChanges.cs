using System.Management.Automation;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Core.Images.Creating;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

/// <summary>Creates the errors of sharing, creating, changing and deleting images.</summary>
internal static partial class ErrorRecords
{
    /// <summary>The error of an image that could not be processed.</summary>
    internal static ErrorRecord ImageFailed(ImageRef image, Exception failure) =>
        ForInput(failure, image.ImageId) ?? throw Unexpected(failure);

    /// <summary>The error of an image that could not be created; the source is the target.</summary>
    internal static ErrorRecord NotCreated(ImageCreation image, Exception failure) =>
        ForInput(failure, image.Request.InstanceId ?? image.Request.ImageName) ?? throw Unexpected(failure);

    /// <summary>The error of an account whose access to an image could not be changed; the row is the target.</summary>
    internal static ErrorRecord ShareFailed(TccImageSharePermission row, Exception failure)
    {
        var record = ForInput(failure, row) ?? throw Unexpected(failure);
        return WithAdvice(record, Messages.ShareFailed(row, record.Exception.Message));
    }

    internal static ErrorRecord NoAccountId(object? target) => Create(
        new TccArgumentException(Messages.NoAccountId(), Messages.NoAccountIdAdvice()),
        "NoAccountId", ErrorCategory.InvalidArgument, target);

    internal static ErrorRecord NothingToSet(object? target) => Create(
        new TccArgumentException(Messages.NothingToSet(), Messages.NothingToSetAdvice()),
        "NothingToSet", ErrorCategory.InvalidArgument, target);

    internal static ErrorRecord ColumnNotRead(string imageId, string column, string problem) => Create(
        new TccArgumentException(Messages.ColumnNotRead(imageId, column, problem), null), "ValueNotRead", ErrorCategory.InvalidData, imageId);

    internal static ErrorRecord NoInstanceId(object? target) => Create(
        new TccArgumentException(Messages.NoInstanceId(), Messages.NoInstanceIdAdvice()),
        "NoInstanceId", ErrorCategory.InvalidArgument, target);

    internal static ErrorRecord NoImageName(object? target) => Create(
        new TccArgumentException(Messages.NoImageName(), Messages.NoImageNameAdvice()),
        "NoImageName", ErrorCategory.InvalidArgument, target);

    internal static ErrorRecord KeyNeedsEncrypt() => Create(
        new TccArgumentException(Messages.KeyNeedsEncrypt(), Messages.KeyNeedsEncryptAdvice()),
        "KmsKeyNeedsEncrypt", ErrorCategory.InvalidArgument, null);

    private static InvalidOperationException Unexpected(Exception failure) =>
        new InvalidOperationException("It fails by a call or by a rule.", failure);
}
