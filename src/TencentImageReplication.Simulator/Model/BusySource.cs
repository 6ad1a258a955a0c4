namespace TencentImageReplication.Simulator.Model;

/// <summary>The response to a second <c>SyncImages</c> request while copies of the image are in progress (inferred).</summary>
public enum BusySource
{
    /// <summary><c>InvalidParameterValue.InvalidImageState</c>.</summary>
    InvalidParameterValue,

    /// <summary><c>FailedOperation.InvalidImageState</c>.</summary>
    FailedOperation,

    /// <summary>Success: the second set of copies is created.</summary>
    Accepted,
}
