using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;

namespace PlusPortal.Domain.Tests.Architecture;

/// <summary>What an assembly of the domain must not contain, read from its metadata. Each rule returns what breaks it.</summary>
internal static class DomainRules
{
    private static readonly string[] ForbiddenNamespaces =
    [
        "System.IO", "System.Net", "System.Data", "System.Threading.Tasks", "System.Diagnostics", "System.Security.Cryptography",
        "Microsoft", "Npgsql", "Serilog",
    ];

    /// <summary>The French analyser, see docs/adr/0005: the only foreign types that the domain may name, all of them pure computation.</summary>
    private static readonly string[] AllowedForeignTypes =
    [
        "Lucene.Net.Analysis.Fr.FrenchLightStemmer", "Lucene.Net.Analysis.Miscellaneous.ASCIIFoldingFilter",
    ];

    /// <summary>Types of forbidden namespaces that reach nothing by themselves: the text of an embedded file comes as a stream (docs/adr/0009), and a hash is computation.</summary>
    private static readonly string[] HarmlessTypes = ["System.IO.Stream", "System.Security.Cryptography.SHA256"];

    private static readonly string[] ForbiddenTypes = ["System.Console", "System.Environment", "System.Random", "System.TimeProvider"];

    private static readonly string[] ForbiddenMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid",
    ];

    /// <summary>References outside the base class library.</summary>
    public static IReadOnlyList<string> ForeignReferences(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).Order()];

    /// <summary>Types of other assemblies than the base class library, but for those of the French analyser.</summary>
    public static IReadOnlyList<string> ForeignTypes(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences
                .Where(handle => metadata.GetTypeReference(handle).ResolutionScope is { Kind: HandleKind.AssemblyReference } scope
                    && !metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name).StartsWith("System.", StringComparison.Ordinal))
                .Select(handle => FullName(metadata, handle))
                .Except(AllowedForeignTypes)
                .Order(),
        ];
    }

    /// <summary>Uses of the clock, of chance, of files, of the network or of tasks.</summary>
    public static IReadOnlyList<string> ForbiddenUses(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var types = metadata.TypeReferences.Select(handle => FullName(metadata, handle)).Where(IsForbiddenType);
        var members = metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{FullName(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}")
            .Where(ForbiddenMembers.Contains);
        return [.. types.Concat(members).Distinct().Order()];
    }

    /// <summary>Properties that anybody may set at any time.</summary>
    public static IReadOnlyList<string> PublicSetters(IEnumerable<Type> types) =>
    [
        .. types.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}").Order(),
    ];

    /// <summary>Properties and fields through which anybody may change a collection, or a value, in place.</summary>
    public static IReadOnlyList<string> MutableMembers(IEnumerable<Type> types) =>
    [
        .. types.SelectMany(type => type.GetProperties(Everything).Where(property => property.GetMethod is { IsPublic: true } && IsMutable(property.PropertyType)).Select(property => (MemberInfo)property)
                .Concat(type.GetFields(Everything).Where(field => field is { IsPublic: true, IsSpecialName: false } && !type.IsEnum && (!(field.IsInitOnly || field.IsLiteral) || IsMutable(field.FieldType)))))
            .Select(member => $"{member.DeclaringType!.Name}.{member.Name}").Order(),
    ];

    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static bool IsMutable(Type type) =>
        type.IsArray
        || (type.IsGenericType && MutableCollections.Contains(type.GetGenericTypeDefinition()));

    private static readonly Type[] MutableCollections =
    [
        typeof(List<>), typeof(IList<>), typeof(ICollection<>), typeof(HashSet<>), typeof(ISet<>), typeof(Dictionary<,>), typeof(IDictionary<,>),
        typeof(Queue<>), typeof(Stack<>), typeof(SortedSet<>), typeof(SortedDictionary<,>), typeof(LinkedList<>),
    ];

    /// <summary>Public types that another assembly could inherit from without having been meant to.</summary>
    public static IReadOnlyList<string> OpenClasses(IEnumerable<Type> types) =>
        [.. types.Where(type => type is { IsClass: true, IsPublic: true, IsSealed: false, IsAbstract: false }).Select(type => type.Name).Order()];

    private static string FullName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private static bool IsForbiddenType(string name) =>
        ForbiddenTypes.Contains(name)
        || (!HarmlessTypes.Contains(name) && ForbiddenNamespaces.Any(forbidden => name.StartsWith(forbidden + ".", StringComparison.Ordinal) && !IsCompilerAttribute(name)));

    // Attributes that the compiler puts in every assembly.
    private static bool IsCompilerAttribute(string name) =>
        name.StartsWith("System.Diagnostics.Debugg", StringComparison.Ordinal)
        || name.StartsWith("System.Diagnostics.CodeAnalysis.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal);
}
