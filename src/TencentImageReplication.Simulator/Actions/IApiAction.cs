using System.Text.Json.Nodes;
using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>
/// An action of a simulated service. The simulator verifies the signature, the rate limit and the parameters before it calls
/// <see cref="Execute"/>, and calls one action at a time: an action needs no lock.
/// </summary>
public interface IApiAction
{
    /// <summary>The name, as in the header <c>X-TC-Action</c>.</summary>
    string Name { get; }

    /// <summary>True when a request without a region is refused.</summary>
    bool NeedsRegion { get; }

    /// <summary>Carries out the action.</summary>
    /// <param name="context">The request and the state that the action reads and changes.</param>
    /// <returns>The fields of the response, without the request ID.</returns>
    /// <exception cref="ServiceException">The action refuses the request: the response is this error.</exception>
    JsonObject Execute(ActionContext context);
}
