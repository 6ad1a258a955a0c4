using System.Globalization;
using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Model;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>A verified request, and the state that its action reads and changes.</summary>
/// <param name="State">The state of the cloud.</param>
/// <param name="Account">The account that signed the request.</param>
/// <param name="Region">The region of the request; empty when it has none.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Now">The time in the simulator.</param>
/// <param name="RequestId">The ID of the request.</param>
/// <param name="Chinese">True when the client requests names in Chinese.</param>
public sealed record ActionContext(
    CloudState State, SimulatedAccount Account, string Region, Parameters Parameters, DateTimeOffset Now, string RequestId, bool Chinese)
{
    /// <summary>The ID of the account that signed the request.</summary>
    public string AccountId => Account.AccountId;

    /// <summary>The settings of the cloud.</summary>
    public SimulatedCloudOptions Options => State.Options;

    /// <summary>Returns the response to a dry run that passes, or throws it where the settings make it an error.</summary>
    public JsonObject DryRunPassed() => Options.DryRunAnswer == DryRunAnswer.BareRequestId
        ? []
        : throw new ServiceException("DryRunOperation");

    /// <summary>Formats a time as the service does.</summary>
    public string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + (Options.TimesWithOffset ? "+00:00" : "Z");
}
