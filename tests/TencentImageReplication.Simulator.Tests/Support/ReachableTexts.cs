using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TencentImageReplication.Simulator.Tests.Support;

/// <summary>Collects the text constants in the compiled code that a method of the simulator can reach.</summary>
internal sealed class ReachableTexts
{
    private static readonly Lazy<ModuleDefinition> Simulator = new(() => ModuleDefinition.ReadModule(typeof(SimulatedCloud).Assembly.Location));

    private readonly HashSet<string> _methods = [];
    private readonly HashSet<string> _types = [];
    private readonly Stack<MethodDefinition> _open = new();
    private readonly ModuleDefinition _module;

    private ReachableTexts(ModuleDefinition module) => _module = module;

    private HashSet<string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Returns the texts of methods, and of the constructors of types, of the simulator.</summary>
    public static HashSet<string> Of(params (Type Type, string Method)[] starts)
    {
        var module = Simulator.Value;
        var walk = new ReachableTexts(module);
        foreach (var (type, method) in starts)
        {
            foreach (var definition in module.GetType(type.FullName).Methods.Where(known => known.Name == method))
                walk.Visit(definition);
        }
        walk.Run();
        return walk.Texts;
    }

    private void Run()
    {
        while (_open.TryPop(out var method))
        {
            foreach (var instruction in method.Body.Instructions)
            {
                if (instruction.OpCode == OpCodes.Ldstr)
                    Texts.Add((string)instruction.Operand);
                else if (instruction.Operand is MethodReference called && called.DeclaringType.GetElementType().Module == _module)
                    Visit(called.Resolve());
                else if (instruction.Operand is FieldReference field && field.DeclaringType.GetElementType().Module == _module)
                    Initialize(field.DeclaringType.Resolve());
            }
        }
    }

    private void Visit(MethodDefinition? method)
    {
        if (method is null || !_methods.Add(method.FullName))
            return;
        Initialize(method.DeclaringType);
        // An iterator and an asynchronous method keep their code in a type of their own.
        foreach (var attribute in method.CustomAttributes.Where(known => known.ConstructorArguments.Count == 1 && known.ConstructorArguments[0].Value is TypeReference))
        {
            foreach (var inner in ((TypeReference)attribute.ConstructorArguments[0].Value).Resolve()?.Methods.Where(known => known.Name == "MoveNext") ?? [])
                Visit(inner);
        }
        if (method.HasBody)
            _open.Push(method);
    }

    // The values of static fields are set there.
    private void Initialize(TypeDefinition? type)
    {
        if (type is not null && type.Name != "ErrorText" && _types.Add(type.FullName))
            Visit(type.Methods.FirstOrDefault(known => known.Name == ".cctor"));
    }
}
