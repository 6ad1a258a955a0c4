using System.Management.Automation;
using TencentImageReplication.Core.Images;
using TencentImageReplication.Text;

namespace TencentImageReplication.Errors;

/// <summary>The errors of sharing, making, changing and deleting images.</summary>
internal static partial class ErrorRecords
{
    /// <summary>An image that nothing came of.</summary>
    internal static ErrorRecord ImageFailed(ImageRef image, Exception failure) =>
        ForInput(failure, image.ImageId) ?? throw Unexpected(failure);

    /// <summary>An account that an image was not shared with, or not taken back from; the target says which.</summary>
    internal static ErrorRecord ShareFailed(TccImageSharePermission row, Exception failure)
    {
        var record = ForInput(failure, row) ?? throw Unexpected(failure);
        return Say(record, Messages.ShareFailed(row, record.Exception.Message));
    }

    internal static ErrorRecord NoAccountId(object? target) => Create(
        new TccArgumentException(Messages.NoAccountId(), Messages.NoAccountIdAdvice()),
        "NoAccountId", ErrorCategory.InvalidArgument, target);

    internal static ErrorRecord NothingToSet(object? target) => Create(
        new TccArgumentException(Messages.NothingToSet(), Messages.NothingToSetAdvice()),
        "NothingToSet", ErrorCategory.InvalidArgument, target);

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
