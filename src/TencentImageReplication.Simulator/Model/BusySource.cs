namespace TencentImageReplication.Simulator.Model;

/// <summary>What a second <c>SyncImages</c> on an image answers while copies of it are being made (inferred).</summary>
public enum BusySource
{
    /// <summary><c>InvalidParameterValue.InvalidImageState</c>.</summary>
    InvalidParameterValue,

    /// <summary><c>FailedOperation.InvalidImageState</c>.</summary>
    FailedOperation,

    /// <summary>Nothing: the second set of copies is made.</summary>
    Accepted,
}
