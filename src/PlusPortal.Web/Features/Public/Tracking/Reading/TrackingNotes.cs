namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>What the structure has just done, where the page would look as it did before: said once at its top. A word of the address, nothing of the visitor.</summary>
public static class TrackingNotes
{
    /// <summary>Name in the query.</summary>
    public const string Key = "fait";

    /// <summary>Something was added.</summary>
    public const string Added = "complement";

    /// <summary>Name, telephone or channel were corrected.</summary>
    public const string Corrected = "coordonnees";

    /// <summary>The sentence; null for any other word.</summary>
    public static string? Of(string? word) => word switch
    {
        Added => "Votre complément est enregistré. L’équipe PLUS le lit, et le montre à vos interlocuteurs s’il leur est utile.",
        Corrected => "Vos coordonnées sont corrigées. Les interlocuteurs qui les avaient sont prévenus.",
        _ => null,
    };
}
