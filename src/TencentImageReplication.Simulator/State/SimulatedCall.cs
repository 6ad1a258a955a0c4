using TencentImageReplication.Simulator.Faults;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.State;

/// <summary>A call that reached the simulator, without parameters and secrets.</summary>
/// <param name="Time">The time.</param>
/// <param name="Action">The value of <c>X-TC-Action</c>.</param>
/// <param name="Region">The region, empty when it has none.</param>
/// <param name="AccountId">The account that signed it, empty when the signature was not verified.</param>
/// <param name="RequestId">The ID in the response.</param>
/// <param name="Outcome"><see cref="Ok"/> or the error code.</param>
/// <param name="Acted">True when the service carried out the action, even when the response was lost.</param>
/// <param name="Fault">The fault that hit the call, null for none.</param>
public sealed record SimulatedCall(
    DateTimeOffset Time, string Action, string Region, string AccountId, string RequestId, string Outcome, bool Acted, FaultKind? Fault)
{
    /// <summary>The outcome of a call that succeeded.</summary>
    public const string Ok = CallResult.Ok;
}
