namespace TencentImageReplication.Simulator.Model;

/// <summary>How a dry run that passes is answered.</summary>
public enum DryRunAnswer
{
    /// <summary>With nothing but the request ID, as the documentation of CVM says.</summary>
    BareRequestId,

    /// <summary>With the error <c>DryRunOperation</c>, as other products do.</summary>
    DryRunOperation,
}
