namespace PlusPortal.Web.Forms;

/// <summary>The fields of a page in the order in which they stand on it, so that the error summary follows the same order.</summary>
internal sealed class FieldOrder
{
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The fields of the page that is being rendered.</summary>
    public static FieldOrder Of(HttpContext context)
    {
        if (context.Items[typeof(FieldOrder)] is FieldOrder known) return known;
        var order = new FieldOrder();
        context.Items[typeof(FieldOrder)] = order;
        return order;
    }

    /// <summary>Notes that a field is rendered now.</summary>
    public void Note(string name) => places.TryAdd(name, places.Count);

    /// <summary>Place of a field; what concerns the whole page comes first, what stands nowhere comes last.</summary>
    public int PlaceOf(string name) => name.Length == 0 ? -1 : places.GetValueOrDefault(name, int.MaxValue);
}
