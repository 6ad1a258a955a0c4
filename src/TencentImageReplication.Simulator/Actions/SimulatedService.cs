using TencentImageReplication.Simulator.Protocol;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>A service of Tencent Cloud with the actions that the simulator has of it.</summary>
internal sealed class SimulatedService
{
    private readonly Dictionary<string, IApiAction> _actions;

    public SimulatedService(ApiSchema schema, params IApiAction[] actions)
    {
        Schema = schema;
        _actions = actions.ToDictionary(action => action.Name, StringComparer.Ordinal);
    }

    public ApiSchema Schema { get; }

    public IReadOnlyCollection<string> Actions => _actions.Keys;

    public IApiAction? Find(string name) => _actions.TryGetValue(name, out var action) ? action : null;
}
