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
        record.ErrorDetails = new ErrorDetails(Messages.ShareFailed(row, record.ErrorDetails.Message))
        {
            RecommendedAction = record.ErrorDetails.RecommendedAction,
        };
        return record;
    }

    internal static ErrorRecord NoAccountId(object? target) => Create(
        new ArgumentException(Messages.NoAccountId()), "NoAccountId", ErrorCategory.InvalidArgument, target, Messages.NoAccountIdAdvice());

    internal static ErrorRecord NothingToSet(object? target) => Create(
        new ArgumentException(Messages.NothingToSet()), "NothingToSet", ErrorCategory.InvalidArgument, target, Messages.NothingToSetAdvice());

    internal static ErrorRecord NoInstanceId(object? target) => Create(
        new ArgumentException(Messages.NoInstanceId()), "NoInstanceId", ErrorCategory.InvalidArgument, target, Messages.NoInstanceIdAdvice());

    internal static ErrorRecord NoImageName(object? target) => Create(
        new ArgumentException(Messages.NoImageName()), "NoImageName", ErrorCategory.InvalidArgument, target, Messages.NoImageNameAdvice());

    internal static ErrorRecord KeyNeedsEncrypt() => Create(
        new ArgumentException(Messages.KeyNeedsEncrypt()), "KmsKeyNeedsEncrypt", ErrorCategory.InvalidArgument, null,
        Messages.KeyNeedsEncryptAdvice());

    private static InvalidOperationException Unexpected(Exception failure) =>
        new InvalidOperationException("It fails by a call or by a rule.", failure);
}
