using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace TencentImageReplication.Tests.Conventions;

/// <summary>Decodes a signature to the facts that decide whether the runtime loads a private assembly because of it.</summary>
internal sealed class SignatureTypes(Func<string, bool> isPrivate) : ISignatureTypeProvider<SignatureType, object?>
{
    private const byte ValueType = 0x11;

    public SignatureType GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        while (scope.Kind == HandleKind.TypeReference)
            scope = reader.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope;
        var isOfPrivate = scope.Kind == HandleKind.AssemblyReference
            && isPrivate(reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name));
        var isValueType = rawTypeKind == ValueType;
        return new SignatureType(isValueType, isOfPrivate, isOfPrivate && isValueType);
    }

    public SignatureType GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        new(rawTypeKind == ValueType, NamesPrivate: false, NamesPrivateValueType: false);

    public SignatureType GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public SignatureType GetGenericInstantiation(SignatureType genericType, ImmutableArray<SignatureType> typeArguments) =>
        genericType with
        {
            NamesPrivate = genericType.NamesPrivate || typeArguments.Any(argument => argument.NamesPrivate),
            NamesPrivateValueType = genericType.NamesPrivateValueType || typeArguments.Any(argument => argument.NamesPrivateValueType),
        };

    public SignatureType GetSZArrayType(SignatureType elementType) => elementType with { IsValueType = false };

    public SignatureType GetArrayType(SignatureType elementType, ArrayShape shape) => elementType with { IsValueType = false };

    public SignatureType GetByReferenceType(SignatureType elementType) => elementType with { IsValueType = false };

    public SignatureType GetPointerType(SignatureType elementType) => elementType with { IsValueType = false };

    public SignatureType GetPinnedType(SignatureType elementType) => elementType;

    public SignatureType GetModifiedType(SignatureType modifier, SignatureType unmodifiedType, bool isRequired) => unmodifiedType;

    public SignatureType GetPrimitiveType(PrimitiveTypeCode typeCode) => default;

    public SignatureType GetFunctionPointerType(MethodSignature<SignatureType> signature) => default;

    public SignatureType GetGenericMethodParameter(object? genericContext, int index) => default;

    public SignatureType GetGenericTypeParameter(object? genericContext, int index) => default;
}

/// <summary>A type in a signature.</summary>
/// <param name="IsValueType">It is a struct or an enum.</param>
/// <param name="NamesPrivate">It, or a part of it such as a type argument, is of a private assembly.</param>
/// <param name="NamesPrivateValueType">It, or a part of it, is a struct or an enum of a private assembly.</param>
internal readonly record struct SignatureType(bool IsValueType, bool NamesPrivate, bool NamesPrivateValueType);
