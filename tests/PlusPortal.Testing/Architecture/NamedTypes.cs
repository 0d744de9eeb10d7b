using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace PlusPortal.Testing.Architecture;

/// <summary>Gathers the types of this assembly that signatures and tokens name.</summary>
internal sealed class NamedTypes(MetadataReader metadata) : ISignatureTypeProvider<bool, object?>
{
    private readonly HashSet<TypeDefinitionHandle> seen = [];

    /// <summary>What was named since <see cref="Clear"/>.</summary>
    public IReadOnlyCollection<TypeDefinitionHandle> Seen => seen;

    /// <summary>Forgets what was named.</summary>
    public void Clear() => seen.Clear();

    /// <summary>Adds what a token stands for: a type, the type that a field or a method belongs to, and the types between its angle brackets.</summary>
    public void Add(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                seen.Add((TypeDefinitionHandle)handle);
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null);
                break;
            case HandleKind.MethodDefinition:
                seen.Add(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                seen.Add(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodSpecification:
                var method = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                method.DecodeSignature(this, null);
                Add(method.Method);
                break;
            case HandleKind.MemberReference:
                Add(metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => seen.Add(handle);

    /// <inheritdoc/>
    public bool GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    /// <inheritdoc/>
    public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => false;

    /// <inheritdoc/>
    public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => false;

    /// <inheritdoc/>
    public bool GetArrayType(bool elementType, ArrayShape shape) => elementType;

    /// <inheritdoc/>
    public bool GetSZArrayType(bool elementType) => elementType;

    /// <inheritdoc/>
    public bool GetByReferenceType(bool elementType) => elementType;

    /// <inheritdoc/>
    public bool GetPointerType(bool elementType) => elementType;

    /// <inheritdoc/>
    public bool GetPinnedType(bool elementType) => elementType;

    /// <inheritdoc/>
    public bool GetFunctionPointerType(MethodSignature<bool> signature) => signature.ReturnType;

    /// <inheritdoc/>
    public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => genericType;

    /// <inheritdoc/>
    public bool GetGenericMethodParameter(object? genericContext, int index) => false;

    /// <inheritdoc/>
    public bool GetGenericTypeParameter(object? genericContext, int index) => false;

    /// <inheritdoc/>
    public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => unmodifiedType;
}
