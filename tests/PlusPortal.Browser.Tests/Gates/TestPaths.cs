using System.Reflection;

namespace PlusPortal.Browser.Tests.Gates;

/// <summary>Places that the build knows.</summary>
internal static class TestPaths
{
    /// <summary>Folder of the pictures, which the repository ignores.</summary>
    public static string Screenshots => Of("Screenshots");

    /// <summary>Static files of the portal, as its build makes them.</summary>
    public static string WebRoot => Path.GetFullPath(Of("WebRoot"));

    /// <summary>The Nu HTML checker.</summary>
    public static string NuHtmlChecker => Of("NuHtmlChecker");

    private static string Of(string key) =>
        typeof(TestPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
