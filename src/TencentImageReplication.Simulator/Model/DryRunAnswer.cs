namespace TencentImageReplication.Simulator.Model;

/// <summary>The response to a dry run that passes.</summary>
public enum DryRunAnswer
{
    /// <summary>Only the request ID, as the documentation of CVM says.</summary>
    BareRequestId,

    /// <summary>The error <c>DryRunOperation</c>, as other products do.</summary>
    DryRunOperation,
}
