using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TencentImageReplication.TestKit.Architecture;

/// <summary>
/// Reads the uses of folders from a compiled assembly: base types, interfaces, attributes, constraints, signatures, fields, locals,
/// method bodies and generic arguments. What the compiler generates (closures, iterators, async methods) belongs to the type
/// around it.
/// </summary>
public sealed class CompiledUses
{
    private readonly ModuleDefinition _module;
    private readonly string _rootNamespace;
    private readonly IReadOnlyDictionary<string, string> _folders;
    private readonly Dictionary<(string From, string To), FolderUse> _uses = [];

    private CompiledUses(ModuleDefinition module, string rootNamespace, IReadOnlyDictionary<string, string> folders)
    {
        _module = module;
        _rootNamespace = rootNamespace;
        _folders = folders;
    }

    /// <summary>Returns the uses in an assembly, one for each pair of folders. Types outside of the root namespace are ignored.</summary>
    /// <param name="assemblyPath">The path of the assembly.</param>
    /// <param name="rootNamespace">The root namespace.</param>
    /// <param name="folders">The folders of types whose namespace does not name it, by the name of the type without arity.</param>
    public static IReadOnlyList<FolderUse> Read(
        string assemblyPath, string rootNamespace, IReadOnlyDictionary<string, string>? folders = null)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        var uses = new CompiledUses(assembly.MainModule, rootNamespace, folders ?? new Dictionary<string, string>());
        foreach (var type in assembly.MainModule.Types)
            uses.AddType(type, type.Name);
        return [.. uses._uses.Values];
    }

    private void AddType(TypeDefinition type, string place)
    {
        if (FolderOf(type) is not { } folder)
            return;
        _uses.TryAdd((folder, folder), new FolderUse(folder, folder, $"{place} is in it"));
        Add(type, type.BaseType, place);
        foreach (var implemented in type.Interfaces)
        {
            Add(type, implemented.InterfaceType, place);
            AddAttributes(type, implemented, place);
        }
        AddAttributes(type, type, place);
        AddGenericParameters(type, type, place);
        foreach (var field in type.Fields)
        {
            Add(type, field.FieldType, $"{place}.{field.Name}");
            AddAttributes(type, field, $"{place}.{field.Name}");
        }
        foreach (var property in type.Properties)
            AddAttributes(type, property, $"{place}.{property.Name}");
        foreach (var raised in type.Events)
        {
            Add(type, raised.EventType, $"{place}.{raised.Name}");
            AddAttributes(type, raised, $"{place}.{raised.Name}");
        }
        foreach (var method in type.Methods)
            AddMethod(type, method, $"{place}.{method.Name}");
        foreach (var nested in type.NestedTypes)
            AddType(nested, $"{place}.{nested.Name}");
    }

    private void AddMethod(TypeDefinition type, MethodDefinition method, string place)
    {
        AddAttributes(type, method, place);
        AddAttributes(type, method.MethodReturnType, place);
        AddGenericParameters(type, method, place);
        AddSignature(type, method, place);
        foreach (var parameter in method.Parameters)
            AddAttributes(type, parameter, place);
        foreach (var overridden in method.Overrides)
            AddMember(type, overridden, place);
        if (!method.HasBody)
            return;
        foreach (var local in method.Body.Variables)
            Add(type, local.VariableType, place);
        foreach (var handler in method.Body.ExceptionHandlers)
            Add(type, handler.CatchType, place);
        foreach (var instruction in method.Body.Instructions)
            AddOperand(type, instruction, place);
    }

    private void AddOperand(TypeDefinition type, Instruction instruction, string place)
    {
        switch (instruction.Operand)
        {
            case TypeReference used:
                Add(type, used, place);
                break;
            case MemberReference member:
                AddMember(type, member, place);
                break;
            case CallSite site:
                AddSignature(type, site, place);
                break;
        }
    }

    private void AddMember(TypeDefinition type, MemberReference member, string place)
    {
        Add(type, member.DeclaringType, place);
        switch (member)
        {
            case GenericInstanceMethod generic:
                foreach (var argument in generic.GenericArguments)
                    Add(type, argument, place);
                AddMember(type, generic.ElementMethod, place);
                break;
            case MethodReference method:
                AddSignature(type, method, place);
                break;
            case FieldReference field:
                Add(type, field.FieldType, place);
                break;
        }
    }

    private void AddSignature(TypeDefinition type, IMethodSignature signature, string place)
    {
        Add(type, signature.ReturnType, place);
        foreach (var parameter in signature.Parameters)
            Add(type, parameter.ParameterType, place);
    }

    private void AddGenericParameters(TypeDefinition type, IGenericParameterProvider provider, string place)
    {
        foreach (var parameter in provider.GenericParameters)
        {
            AddAttributes(type, parameter, place);
            foreach (var constraint in parameter.Constraints)
                Add(type, constraint.ConstraintType, place);
        }
    }

    private void AddAttributes(TypeDefinition type, ICustomAttributeProvider provider, string place)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            AddMember(type, attribute.Constructor, place);
            foreach (var argument in attribute.ConstructorArguments
                         .Concat(attribute.Properties.Select(named => named.Argument))
                         .Concat(attribute.Fields.Select(named => named.Argument)))
            {
                AddArgument(type, argument, place);
            }
        }
    }

    private void AddArgument(TypeDefinition type, CustomAttributeArgument argument, string place)
    {
        Add(type, argument.Type, place);
        switch (argument.Value)
        {
            case TypeReference used:
                Add(type, used, place);
                break;
            case CustomAttributeArgument boxed:
                AddArgument(type, boxed, place);
                break;
            case CustomAttributeArgument[] items:
                foreach (var item in items)
                    AddArgument(type, item, place);
                break;
        }
    }

    private void Add(TypeDefinition from, TypeReference? used, string place)
    {
        switch (used)
        {
            case null or GenericParameter:
                return;
            case GenericInstanceType generic:
                foreach (var argument in generic.GenericArguments)
                    Add(from, argument, place);
                break;
            case FunctionPointerType pointer:
                AddSignature(from, pointer, place);
                return;
            case IModifierType modified:
                Add(from, modified.ModifierType, place);
                break;
        }
        if (used is TypeSpecification specification)
        {
            Add(from, specification.ElementType, place);
            return;
        }
        if (used is TypeDefinition own && own.Module == _module && FolderOf(own) is { } to && FolderOf(from) is { } folder && to != folder)
            _uses.TryAdd((folder, to), new FolderUse(folder, to, $"{place} uses {own.Name}"));
    }

    private string? FolderOf(TypeDefinition type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Namespace == _rootNamespace && _folders.TryGetValue(type.Name.Split('`')[0], out var folder)
            ? folder
            : FolderUse.FolderOf(type.Namespace, _rootNamespace);
    }
}
