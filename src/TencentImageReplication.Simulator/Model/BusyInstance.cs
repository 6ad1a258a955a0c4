namespace TencentImageReplication.Simulator.Model;

/// <summary>The response to a second <c>CreateImage</c> request while an image of the instance is being created (inferred).</summary>
public enum BusyInstance
{
    /// <summary><c>OperationDenied.InstanceOperationInProgress</c>.</summary>
    OperationDenied,

    /// <summary><c>MutexOperation.TaskRunning</c>.</summary>
    MutexOperation,
}
