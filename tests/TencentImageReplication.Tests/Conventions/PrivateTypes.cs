using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>Decodes a signature to what of it the runtime has to load to lay out a type that has it as a field.</summary>
internal sealed class PrivateTypes(Func<string, bool> isPrivate) : ISignatureTypeProvider<FieldLayout, object?>
{
    private const byte ValueType = 0x11;

    public FieldLayout GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        while (scope.Kind == HandleKind.TypeReference)
            scope = reader.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope;
        var assembly = scope.Kind == HandleKind.AssemblyReference
            ? reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)
            : "";
        return new FieldLayout(rawTypeKind == ValueType, isPrivate(assembly));
    }

    public FieldLayout GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        new(rawTypeKind == ValueType, NamesPrivate: false);

    public FieldLayout GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public FieldLayout GetGenericInstantiation(FieldLayout genericType, ImmutableArray<FieldLayout> typeArguments) =>
        genericType with { NamesPrivate = genericType.NamesPrivate || typeArguments.Any(argument => argument.NamesPrivate) };

    public FieldLayout GetSZArrayType(FieldLayout elementType) => elementType with { IsValueType = false };

    public FieldLayout GetArrayType(FieldLayout elementType, ArrayShape shape) => elementType with { IsValueType = false };

    public FieldLayout GetByReferenceType(FieldLayout elementType) => elementType with { IsValueType = false };

    public FieldLayout GetPointerType(FieldLayout elementType) => elementType with { IsValueType = false };

    public FieldLayout GetPinnedType(FieldLayout elementType) => elementType;

    public FieldLayout GetModifiedType(FieldLayout modifier, FieldLayout unmodifiedType, bool isRequired) => unmodifiedType;

    public FieldLayout GetPrimitiveType(PrimitiveTypeCode typeCode) => default;

    public FieldLayout GetFunctionPointerType(MethodSignature<FieldLayout> signature) => default;

    public FieldLayout GetGenericMethodParameter(object? genericContext, int index) => default;

    public FieldLayout GetGenericTypeParameter(object? genericContext, int index) => default;
}

/// <summary>What matters of the type of a field.</summary>
internal readonly record struct FieldLayout(bool IsValueType, bool NamesPrivate);
