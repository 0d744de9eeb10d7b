using PlusPortal.Domain.People;

namespace PlusPortal.Data.Accounts;

/// <summary>Roles as Identity stores them. A person has one <see cref="PersonRole"/>, which is one or two of these.</summary>
public static class PortalRoles
{
    /// <summary>PLUS staff: triage and directory.</summary>
    public const string Staff = "staff";

    /// <summary>PLUS administrator: also people and settings. Always staff too.</summary>
    public const string Administrator = "administrator";

    /// <summary>Observer: counts, directory and rules; no request, no name, no free text.</summary>
    public const string Observer = "observer";

    /// <summary>Partner answering for one support actor.</summary>
    public const string Partner = "partner";

    /// <summary>Partner who also looks after the colleagues of the actor. Always a partner too.</summary>
    public const string PartnerManager = "partner-manager";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Staff, Administrator, Observer, Partner, PartnerManager];

    extension(PersonRole role)
    {
        /// <summary>The roles that a person of this role has.</summary>
        public IReadOnlyList<string> Stored => role switch
        {
            PersonRole.Administrator => [Staff, Administrator],
            PersonRole.Staff => [Staff],
            PersonRole.Observer => [Observer],
            PersonRole.PartnerManager => [Partner, PartnerManager],
            PersonRole.Contributor => [Partner],
        };
    }

    /// <summary>The role of a person who has these; null when it has none that opens anything.</summary>
    public static PersonRole? Read(IReadOnlyCollection<string> stored)
    {
        if (stored.Contains(Administrator)) return PersonRole.Administrator;
        if (stored.Contains(Staff)) return PersonRole.Staff;
        if (stored.Contains(Observer)) return PersonRole.Observer;
        if (stored.Contains(PartnerManager)) return PersonRole.PartnerManager;
        return stored.Contains(Partner) ? PersonRole.Contributor : null;
    }
}
