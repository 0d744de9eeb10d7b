using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Labels;

/// <summary>Whether an offer takes new requests, in words for the public.</summary>
/// <param name="Words">The sentence.</param>
/// <param name="IsOpen">Whether it does.</param>
public sealed record Opening(string Words, bool IsOpen)
{
    /// <summary>State of an offer on that day.</summary>
    public static Opening Of(SupportOffer offer, DateOnly today)
    {
        var content = offer.Content;
        if (offer.State == OfferState.Suspended) return new("Offre suspendue\u00A0: informations à confirmer", false);
        if (offer.IsPaused(today)) return new(CapacityStatuses.All.LabelOf(offer.Capacity) + (offer.CapacityUntil is { } until ? $" jusqu’au {until.InWords}" : " pour le moment"), false);
        if (content.OpensOn is { } opens && today < opens) return new($"Appel ouvert à partir du {opens.InWords}", false);
        if (content.ClosesOn is { } closes) return today > closes ? new($"Appel clos depuis le {closes.InWords}", false) : new($"Appel ouvert jusqu’au {closes.InWords}", true);
        return content.HasUnconfirmedWindow ? new("Appel à candidatures\u00A0: dates à confirmer", false) : new(CapacityStatuses.All.LabelOf(CapacityStatuses.Ouvert), true);
    }
}

/// <summary>Who confirmed a sheet and when, in words for the public.</summary>
/// <param name="Words">The sentence.</param>
/// <param name="IsConfirmed">Whether anybody did.</param>
public sealed record SheetTrust(string Words, bool IsConfirmed)
{
    /// <summary>Trust in the sheet of an actor.</summary>
    /// <param name="verification">Code of <see cref="VerificationStatuses"/>.</param>
    /// <param name="verifiedOn">Day of the verification.</param>
    /// <param name="confirmedOn">Last day on which the actor confirmed one of its offers.</param>
    public static SheetTrust Of(string verification, DateOnly? verifiedOn, DateOnly? confirmedOn)
    {
        if (confirmedOn is { } day && (verifiedOn is null || day >= verifiedOn)) return new($"Confirmé par l’acteur le {day.InWords}", true);
        return verification == VerificationStatuses.NonVerifiee
            ? new(VerificationStatuses.All.LabelOf(verification), false)
            : new(VerificationStatuses.All.LabelOf(verification) + (verifiedOn is { } on ? $" le {on.InWords}" : ""), true);
    }
}
