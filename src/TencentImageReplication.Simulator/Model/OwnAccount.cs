namespace TencentImageReplication.Simulator.Model;

/// <summary>The response to sharing an image with its owner (inferred: both codes are documented).</summary>
public enum OwnAccount
{
    /// <summary><c>FailedOperation.AccountIsYourSelf</c>.</summary>
    FailedOperation,

    /// <summary><c>InvalidAccountIs.YourSelf</c>.</summary>
    InvalidAccount,
}
