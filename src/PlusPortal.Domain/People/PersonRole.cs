namespace PlusPortal.Domain.People;

/// <summary>What a person may do: one role each.</summary>
public enum PersonRole
{
    /// <summary>PLUS: people, settings, rules in force; and all that staff do.</summary>
    Administrator,

    /// <summary>PLUS: requests and directory.</summary>
    Staff,

    /// <summary>Funder or other observer: counts, directory and rules; no request, no name, no free text.</summary>
    Observer,

    /// <summary>Partner who answers for a support actor and looks after its people.</summary>
    PartnerManager,

    /// <summary>Partner who answers for a support actor.</summary>
    Contributor,
}

/// <summary>What follows from a role.</summary>
public static class PersonRoles
{
    extension(PersonRole role)
    {
        /// <summary>Whether the person belongs to a support actor; the others belong to PLUS.</summary>
        public bool IsPartner => role is PersonRole.PartnerManager or PersonRole.Contributor;

        /// <summary>Whether the person must show a second factor before any page of its space.</summary>
        /// <remarks>Source: OWASP ASVS 5.0, 6.3.3; decision of PLUS for managers of partners.</remarks>
        public bool NeedsSecondFactor => role is not PersonRole.Contributor;
    }
}
