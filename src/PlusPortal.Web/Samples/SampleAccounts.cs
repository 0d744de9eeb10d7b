using PlusPortal.Domain.People;

namespace PlusPortal.Web.Samples;

/// <summary>An account of the demonstration.</summary>
/// <param name="Email">Address to sign in with.</param>
/// <param name="DisplayName">Invented name.</param>
/// <param name="Role">Role of the person.</param>
/// <param name="Description">What the account is for, printed at start-up.</param>
/// <param name="ActorKey">Import key of the partner's sample actor; null for PLUS.</param>
public sealed record SampleAccount(string Email, string DisplayName, PersonRole Role, string Description, string? ActorKey = null);

/// <summary>Accounts that a portal in Development offers. They exist nowhere else, and their password is no secret.</summary>
public static class SampleAccounts
{
    /// <summary>Password of every sample account.</summary>
    public const string Password = "demonstration-plus-2026";

    /// <summary>A member of staff.</summary>
    public const string StaffEmail = "staff@plus.example.org";

    /// <summary>An administrator.</summary>
    public const string AdministratorEmail = "administration@plus.example.org";

    /// <summary>An observer.</summary>
    public const string ObserverEmail = "observation@plus.example.org";

    /// <summary>Partner of the first sample actor.</summary>
    public const string AssociationsPartnerEmail = "partenaire1@plus.example.org";

    /// <summary>Partner of the second sample actor.</summary>
    public const string CooperativesPartnerEmail = "partenaire2@plus.example.org";

    /// <summary>All of them, in the order in which they are printed.</summary>
    public static IReadOnlyList<SampleAccount> All { get; } =
    [
        new(StaffEmail, "Dominique Exemple", PersonRole.Staff, "PLUS, équipe"),
        new(AdministratorEmail, "Claude Exemple", PersonRole.Administrator, "PLUS, administration"),
        new(ObserverEmail, "Maxence Exemple", PersonRole.Observer, "Observation : chiffres, annuaire, règles"),
        new(AssociationsPartnerEmail, "Camille Exemple", PersonRole.PartnerManager, SampleActors.Associations.Name, SampleActors.Associations.Key),
        new(CooperativesPartnerEmail, "Sacha Exemple", PersonRole.Contributor, SampleActors.Cooperatives.Name, SampleActors.Cooperatives.Key),
    ];
}
