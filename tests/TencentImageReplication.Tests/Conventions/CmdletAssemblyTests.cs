using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using TencentImageReplication.Tests.Support;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>
/// PowerShell loads all types of the cmdlet assembly before the private assemblies can be found, so no type may need one of
/// them to be loaded (decision 2). Read from the files: the runtimes of Windows load more than the one that runs here.
/// </summary>
public sealed class CmdletAssemblyTests
{
    private static readonly string[] Own = ["TencentImageReplication.Core", "TencentImageReplication.Simulator", "TencentImageReplication.Report"];

    [Theory]
    [InlineData("Core")]
    [InlineData("Desktop")]
    public void No_type_needs_a_private_assembly_to_be_loaded(string edition)
    {
        var (reader, types) = Open(edition);

        Assert.Empty(reader.TypeDefinitions.Select(reader.GetTypeDefinition).SelectMany(type => Bases(reader, types, type)
            .Concat(Fields(reader, types, type))
            .Concat(VirtualMethods(reader, types, type))
            .Select(offender => $"{NameOf(reader, type)}{offender}")));
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("Desktop")]
    public void No_attribute_names_a_private_assembly(string edition)
    {
        var (reader, types) = Open(edition);
        var offenders = reader.CustomAttributes.Select(reader.GetCustomAttribute).Where(attribute =>
        {
            var (type, signature) = Constructor(reader, types, attribute.Constructor);
            return type.NamesPrivate
                || signature.ParameterTypes.Any(parameter => parameter.NamesPrivate)
                || NamesPrivateInText(edition, reader.GetBlobBytes(attribute.Value));
        });

        Assert.Empty(offenders.Select(attribute => $"an attribute of {NameOf(reader, attribute.Parent)}"));
    }

    [Fact]
    public void On_PowerShell_7_only_our_own_private_assemblies_are_referenced()
    {
        var (reader, _) = Open("Core");
        var referenced = reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name));

        // Whatever else is asked of the default load context may be another module's version of it.
        Assert.Empty(referenced.Where(name => IsStaged("Core", name)).Except(Own));
    }

    private static IEnumerable<string> Bases(MetadataReader reader, SignatureTypes types, TypeDefinition type)
    {
        var interfaces = type.GetInterfaceImplementations().Select(handle => reader.GetInterfaceImplementation(handle).Interface);
        var constraints = type.GetGenericParameters()
            .SelectMany(parameter => reader.GetGenericParameter(parameter).GetConstraints())
            .Select(handle => reader.GetGenericParameterConstraint(handle).Type);
        return interfaces.Concat(constraints).Append(type.BaseType)
            .Where(parent => !parent.IsNil && Decode(reader, types, parent).NamesPrivate)
            .Select(_ => " (base type, interface or constraint)");
    }

    // The runtime lays out a type's fields, for which it has to know how large a value is.
    private static IEnumerable<string> Fields(MetadataReader reader, SignatureTypes types, TypeDefinition type) =>
        type.GetFields().Select(reader.GetFieldDefinition)
            .Where(field => field.DecodeSignature(types, null) is { IsValueType: true, NamesPrivate: true })
            .Select(field => $".{reader.GetString(field.Name)} (field)");

    // On Windows, and in the .NET Framework, a class is loaded together with the value types in the signatures of its virtual
    // methods: the runtime looks whether they stand for COM types. Everywhere, reflection compares the type of an overridden
    // property with that of the property it overrides.
    private static IEnumerable<string> VirtualMethods(MetadataReader reader, SignatureTypes types, TypeDefinition type) =>
        type.GetMethods().Select(reader.GetMethodDefinition)
            .Where(method => method.Attributes.HasFlag(MethodAttributes.Virtual))
            .Where(method =>
            {
                var signature = method.DecodeSignature(types, null);
                var isAccessor = method.Attributes.HasFlag(MethodAttributes.SpecialName);
                return signature.ParameterTypes.Append(signature.ReturnType)
                    .Any(part => part.NamesPrivateValueType || (isAccessor && part.NamesPrivate));
            })
            .Select(method => $".{reader.GetString(method.Name)} (virtual method)");

    private static (SignatureType Type, MethodSignature<SignatureType> Signature) Constructor(
        MetadataReader reader, SignatureTypes types, EntityHandle handle)
    {
        if (handle.Kind == HandleKind.MethodDefinition)
            return (default, reader.GetMethodDefinition((MethodDefinitionHandle)handle).DecodeSignature(types, null));
        var constructor = reader.GetMemberReference((MemberReferenceHandle)handle);
        return (Decode(reader, types, constructor.Parent), constructor.DecodeMethodSignature(types, null));
    }

    // The value of an attribute holds a type as text: "Namespace.Type, Assembly, Version=…".
    private static bool NamesPrivateInText(string edition, byte[] value)
    {
        var text = Encoding.UTF8.GetString(value);
        return Directory.EnumerateFiles(Path.Combine(Staged(edition), "dependencies"), "*.dll")
            .Any(file => text.Contains($", {Path.GetFileNameWithoutExtension(file)},", StringComparison.Ordinal));
    }

    private static (MetadataReader Reader, SignatureTypes Types) Open(string edition)
    {
        var image = new PEReader(File.OpenRead(Path.Combine(Staged(edition), "TencentImageReplication.dll")));
        return (image.GetMetadataReader(), new SignatureTypes(assembly => IsStaged(edition, assembly)));
    }

    private static SignatureType Decode(MetadataReader reader, SignatureTypes types, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeReference => types.GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0),
        HandleKind.TypeSpecification => types.GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)handle, 0),
        _ => default,
    };

    private static bool IsStaged(string edition, string assembly) =>
        File.Exists(Path.Combine(Staged(edition), "dependencies", assembly + ".dll"));

    private static string Staged(string edition) => Path.Combine(Repository.Root, "bin", edition);

    private static string NameOf(MetadataReader reader, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => NameOf(reader, reader.GetTypeDefinition((TypeDefinitionHandle)handle)),
        HandleKind.MethodDefinition => NameOf(reader, reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType())
            + "." + reader.GetString(reader.GetMethodDefinition((MethodDefinitionHandle)handle).Name),
        _ => $"a {handle.Kind}",
    };

    private static string NameOf(MetadataReader reader, TypeDefinition type) => type.GetDeclaringType().IsNil
        ? reader.GetString(type.Name)
        : $"{NameOf(reader, reader.GetTypeDefinition(type.GetDeclaringType()))}+{reader.GetString(type.Name)}";
}
