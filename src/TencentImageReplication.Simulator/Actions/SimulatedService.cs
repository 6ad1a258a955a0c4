using TencentImageReplication.Simulator.Schema;

namespace TencentImageReplication.Simulator.Actions;

/// <summary>A service of Tencent Cloud, and the actions of it that the simulator knows.</summary>
internal sealed class SimulatedService
{
    private readonly Dictionary<string, IApiAction> _actions;

    public SimulatedService(string schema, params IApiAction[] actions)
    {
        Schema = ApiSchema.Load(schema);
        _actions = actions.ToDictionary(action => action.Name, StringComparer.Ordinal);
    }

    public ApiSchema Schema { get; }

    public IReadOnlyCollection<string> Actions => _actions.Keys;

    public IApiAction? Find(string name) => _actions.TryGetValue(name, out var action) ? action : null;
}
