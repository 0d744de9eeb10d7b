using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PlusPortal.Testing.Architecture;

/// <summary>One type of an assembly that names another type of the same assembly, in another namespace.</summary>
/// <param name="From">Namespace of the type that names.</param>
/// <param name="To">Namespace of the type that is named.</param>
/// <param name="FromType">Outermost type that names, without its namespace.</param>
/// <param name="ToType">Outermost type that is named, without its namespace.</param>
public sealed record NamespaceReference(string From, string To, string FromType, string ToType)
{
    /// <inheritdoc/>
    public override string ToString() => $"{From} → {To} ({FromType} names {ToType})";
}

/// <summary>
/// Which namespaces of an assembly name which others, read from what the compiler wrote: bases, interfaces, constraints, fields, signatures,
/// attributes, and the bodies of methods. A constant is copied where it is used, so it leaves no trace; neither does <c>nameof</c>.
/// </summary>
public sealed class NamespaceReferences
{
    private readonly MetadataReader metadata;
    private readonly PEReader file;
    private readonly NamedTypes named;
    private readonly HashSet<NamespaceReference> found = [];

    private NamespaceReferences(PEReader file)
    {
        this.file = file;
        metadata = file.GetMetadataReader();
        named = new NamedTypes(metadata);
    }

    /// <summary>Every reference from one namespace to another, once for each pair of outermost types, in alphabetical order.</summary>
    public static IReadOnlyList<NamespaceReference> Of(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var references = new NamespaceReferences(file);
        foreach (var handle in references.metadata.TypeDefinitions)
        {
            references.Read(handle);
        }

        return [.. references.found.OrderBy(reference => reference.ToString(), StringComparer.Ordinal)];
    }

    private void Read(TypeDefinitionHandle handle)
    {
        named.Clear();
        var type = metadata.GetTypeDefinition(handle);
        named.Add(type.BaseType);
        foreach (var implementation in type.GetInterfaceImplementations())
        {
            named.Add(metadata.GetInterfaceImplementation(implementation).Interface);
        }

        AddAttributes(type.GetCustomAttributes());
        AddConstraints(type.GetGenericParameters());
        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
        {
            field.DecodeSignature(named, null);
            AddAttributes(field.GetCustomAttributes());
        }

        foreach (var property in type.GetProperties().Select(metadata.GetPropertyDefinition))
        {
            AddAttributes(property.GetCustomAttributes());
        }

        foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
        {
            method.DecodeSignature(named, null);
            AddAttributes(method.GetCustomAttributes());
            AddConstraints(method.GetGenericParameters());
            foreach (var parameter in method.GetParameters())
            {
                AddAttributes(metadata.GetParameter(parameter).GetCustomAttributes());
            }

            if (method.RelativeVirtualAddress != 0)
            {
                AddBody(file.GetMethodBody(method.RelativeVirtualAddress));
            }
        }

        Keep(Outermost(handle));
    }

    private void Keep(TypeDefinitionHandle from)
    {
        var (fromNamespace, fromName) = NameOf(from);
        if (fromName.StartsWith('<'))
        {
            return;
        }

        foreach (var (toNamespace, toName) in named.Seen.Select(seen => NameOf(Outermost(seen))))
        {
            if (toNamespace != fromNamespace && !toName.StartsWith('<'))
            {
                found.Add(new NamespaceReference(fromNamespace, toNamespace, fromName, toName));
            }
        }
    }

    private (string Namespace, string Name) NameOf(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return (metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    private TypeDefinitionHandle Outermost(TypeDefinitionHandle handle)
    {
        while (metadata.GetTypeDefinition(handle).GetDeclaringType() is { IsNil: false } declaring)
        {
            handle = declaring;
        }

        return handle;
    }

    private void AddAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes)
        {
            named.Add(metadata.GetCustomAttribute(attribute).Constructor);
        }
    }

    private void AddConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => metadata.GetGenericParameter(parameter).GetConstraints()))
        {
            named.Add(metadata.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void AddBody(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
        {
            metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(named, null);
        }

        foreach (var region in body.ExceptionRegions)
        {
            named.Add(region.CatchType);
        }

        foreach (var token in BodyTokens.Of(body))
        {
            named.Add(token);
        }
    }
}
