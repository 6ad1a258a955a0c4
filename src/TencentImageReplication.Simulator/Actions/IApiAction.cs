using System.Text.Json.Nodes;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>An action of the service.</summary>
internal interface IApiAction
{
    /// <summary>The name, as <c>X-TC-Action</c> has it.</summary>
    string Name { get; }

    /// <summary>Whether the request must say for which region it is.</summary>
    bool NeedsRegion { get; }

    /// <summary>Carries the action out, and gives the fields of the answer without the request ID.</summary>
    JsonObject Execute(ActionContext context);
}
