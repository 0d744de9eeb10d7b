namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>What the structure has just done, where the page would look as it did before: said once at its top. A word of the address, nothing of the visitor.</summary>
public static class TrackingNotes
{
    /// <summary>Name in the query.</summary>
    public const string Key = "fait";

    /// <summary>Something was added.</summary>
    public const string Added = "complement";

    /// <summary>A question was answered.</summary>
    public const string Answered = "reponse";

    /// <summary>Name, telephone or channel were corrected.</summary>
    public const string Corrected = "coordonnees";

    /// <summary>The same, and an actor knew the former ones.</summary>
    public const string CorrectedForActors = "coordonnees-prevenus";

    /// <summary>Another address was proven.</summary>
    public const string AddressProven = "adresse";

    /// <summary>Somebody follows the request no longer.</summary>
    public const string FollowerRemoved = "personne-retiree";

    /// <summary>The page that says it.</summary>
    public static string After(string page, string word) => $"{page}?{Key}={word}";

    /// <summary>The sentence; null for any other word.</summary>
    public static string? Of(string? word) => word switch
    {
        Added => "Votre complément est enregistré. L’équipe PLUS le lit, et le montre à vos interlocuteurs s’il leur est utile.",
        Answered => "Votre réponse est enregistrée et transmise.",
        Corrected => "Vos coordonnées sont corrigées.",
        CorrectedForActors => "Vos coordonnées sont corrigées. L’interlocuteur qui les avait est prévenu.",
        AddressProven => "Votre nouvelle adresse est confirmée\u00A0: nos messages y arrivent. Les liens envoyés à l’ancienne ne fonctionnent plus.",
        FollowerRemoved => "Cette personne ne suit plus votre demande\u00A0: son lien ne fonctionne plus.",
        _ => null,
    };
}
