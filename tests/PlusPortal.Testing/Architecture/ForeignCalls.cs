using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PlusPortal.Testing.Architecture;

/// <summary>Which types of an assembly call a method of another assembly, read from what the compiler wrote: lambdas and awaiting methods are seen too.</summary>
public static class ForeignCalls
{
    /// <summary>Names of the outermost types that call one of the methods, in alphabetical order.</summary>
    /// <param name="assembly">Assembly that calls.</param>
    /// <param name="methods">Methods as <c>Namespace.Type.Name</c>; a constructor is <c>.ctor</c>.</param>
    public static IReadOnlyList<string> To(Assembly assembly, params string[] methods)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var callers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress == 0) continue;
            var tokens = BodyTokens.Of(file.GetMethodBody(method.RelativeVirtualAddress));
            if (tokens.Any(token => NameOf(metadata, token) is { } name && methods.Contains(name))) callers.Add(OutermostName(metadata, method.GetDeclaringType()));
        }

        return [.. callers];
    }

    private static string? NameOf(MetadataReader metadata, EntityHandle token)
    {
        if (token.Kind == HandleKind.MethodSpecification) return NameOf(metadata, metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method);
        if (token.Kind != HandleKind.MemberReference) return null;
        var member = metadata.GetMemberReference((MemberReferenceHandle)token);
        if (member.Parent.Kind != HandleKind.TypeReference) return null;
        var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
    }

    private static string OutermostName(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        while (metadata.GetTypeDefinition(handle).GetDeclaringType() is { IsNil: false } declaring) handle = declaring;
        return metadata.GetString(metadata.GetTypeDefinition(handle).Name);
    }
}
