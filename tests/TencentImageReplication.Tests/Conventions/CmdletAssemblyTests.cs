using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>
/// PowerShell looks at all types of the cmdlet assembly before the private assemblies can be found, so none of these
/// may be needed to load a type. Read from the files: what runs here is not Windows PowerShell.
/// </summary>
public sealed class CmdletAssemblyTests
{
    private static readonly string[] Own = ["TencentImageReplication.Core", "TencentImageReplication.Simulator"];

    [Theory]
    [InlineData("Core")]
    [InlineData("Desktop")]
    public void No_type_needs_a_private_assembly_to_be_loaded(string edition)
    {
        var (reader, types) = Open(edition);
        var offenders = new List<string>();
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            var parents = type.GetInterfaceImplementations()
                .Select(implementation => reader.GetInterfaceImplementation(implementation).Interface)
                .Append(type.BaseType)
                .Where(parent => !parent.IsNil);
            if (parents.Any(parent => Decode(reader, types, parent).NamesPrivate))
                offenders.Add($"{NameOf(reader, type)} (base type or interface)");
            foreach (var field in type.GetFields().Select(reader.GetFieldDefinition))
            {
                if (field.DecodeSignature(types, null) is { IsValueType: true, NamesPrivate: true })
                    offenders.Add($"{NameOf(reader, type)}.{reader.GetString(field.Name)}");
            }
        }

        Assert.Empty(offenders);
    }

    [Fact]
    public void On_PowerShell_7_only_our_own_private_assemblies_are_referenced()
    {
        var (reader, _) = Open("Core");
        var referenced = reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name));

        // Whatever else is asked of the default load context may be another module's version of it.
        Assert.Empty(referenced.Where(name => IsStaged("Core", name)).Except(Own));
    }

    private static (MetadataReader Reader, PrivateTypes Types) Open(string edition)
    {
        var image = new PEReader(File.OpenRead(Path.Combine(Staged(edition), "TencentImageReplication.dll")));
        return (image.GetMetadataReader(), new PrivateTypes(assembly => IsStaged(edition, assembly)));
    }

    private static FieldLayout Decode(MetadataReader reader, PrivateTypes types, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => types.GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0),
        HandleKind.TypeSpecification => types.GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)handle, 0),
        _ => default,
    };

    private static bool IsStaged(string edition, string assembly) =>
        File.Exists(Path.Combine(Staged(edition), "dependencies", assembly + ".dll"));

    private static string Staged(string edition) => Path.Combine(Repository.Root, "bin", edition);

    private static string NameOf(MetadataReader reader, TypeDefinition type) => type.GetDeclaringType().IsNil
        ? reader.GetString(type.Name)
        : $"{NameOf(reader, reader.GetTypeDefinition(type.GetDeclaringType()))}+{reader.GetString(type.Name)}";
}
