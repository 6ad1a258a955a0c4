using System.Globalization;
using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Protocol;
using TencentImageReplication.Simulator.State;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>A request that has been found to be in order, and what it acts on.</summary>
/// <param name="State">What it acts on.</param>
/// <param name="Account">Who asks.</param>
/// <param name="Region">The region asked for.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Now">The time.</param>
/// <param name="RequestId">The ID of the request.</param>
/// <param name="Chinese">Whether names are wanted in Chinese.</param>
internal sealed record ActionContext(
    CloudState State, SimulatedAccount Account, string Region, Parameters Parameters, DateTimeOffset Now, string RequestId, bool Chinese)
{
    public string AccountId => Account.AccountId;

    public SimulatedCloudOptions Options => State.Options;

    /// <summary>The answer to a dry run that passes.</summary>
    public JsonObject DryRunPassed() => Options.DryRunAnswer == DryRunAnswer.BareRequestId
        ? []
        : throw new ServiceException("DryRunOperation");

    /// <summary>A time as the service writes it.</summary>
    public string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + (Options.TimesWithOffset ? "+00:00" : "Z");
}
