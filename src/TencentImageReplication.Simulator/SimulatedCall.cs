using TencentImageReplication.Simulator.Faults;

namespace TencentImageReplication.Simulator;

/// <summary>A call that reached the simulator, as far as it may be kept: no parameters, no secrets.</summary>
/// <param name="Time">When it was handled.</param>
/// <param name="Action">What <c>X-TC-Action</c> said.</param>
/// <param name="Region">The region it was for, empty when there is none.</param>
/// <param name="AccountId">The account that signed it, empty when that was not established.</param>
/// <param name="RequestId">The ID in the answer, empty when there was no answer of the service.</param>
/// <param name="Outcome"><c>OK</c>, or the error code.</param>
/// <param name="Acted">Whether the service carried the action out, whatever became of the answer.</param>
/// <param name="Fault">The fault that was played, null for none.</param>
public sealed record SimulatedCall(
    DateTimeOffset Time, string Action, string Region, string AccountId, string RequestId, string Outcome, bool Acted, FaultKind? Fault)
{
    /// <summary>The outcome of a call that went well.</summary>
    public const string Ok = "OK";
}
