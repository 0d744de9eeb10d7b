using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Labels;

/// <summary>Whether an offer takes new requests, in words for the public.</summary>
/// <param name="Words">The sentence.</param>
/// <param name="Tone">Good when it does.</param>
public sealed record Opening(string Words, Tone Tone)
{
    /// <summary>Nobody said that it is open: that is only what an import takes for granted.</summary>
    public static Opening Unconfirmed { get; } = new("Disponibilité non confirmée par l’acteur", Tone.Neutral);

    /// <summary>Whether it takes new requests, as far as one knows.</summary>
    public bool IsOpen => Tone == Tone.Good;

    /// <summary>State of an offer on that day.</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="trust">Trust in the sheet of its actor.</param>
    /// <param name="today">Current Paris day.</param>
    public static Opening Of(SupportOffer offer, SheetTrust trust, DateOnly today)
    {
        var content = offer.Content;
        if (offer.State == OfferState.Suspended) return new("Offre suspendue\u00A0: informations à confirmer", Tone.Attention);
        if (offer.IsPaused(today)) return new(CapacityStatuses.All.LabelOf(offer.Capacity) + (offer.CapacityUntil is { } until ? $" jusqu’au {until.InWords}" : " pour le moment"), Tone.Attention);
        if (content.OpensOn is { } opens && today < opens) return new($"Appel ouvert à partir du {opens.InWords}", Tone.Attention);
        if (content.ClosesOn is { } closes) return today > closes ? new($"Appel clos depuis le {closes.InWords}", Tone.Attention) : new($"Appel ouvert jusqu’au {closes.InWords}", Tone.Good);
        if (content.HasUnconfirmedWindow) return new("Appel à candidatures\u00A0: dates à confirmer", Tone.Attention);
        return trust.IsConfirmed || offer.ConfirmedOn is not null ? new(CapacityStatuses.All.LabelOf(CapacityStatuses.Ouvert), Tone.Good) : Unconfirmed;
    }
}

/// <summary>Who confirmed a sheet and when, in words for the public.</summary>
/// <param name="Words">The sentence.</param>
/// <param name="IsConfirmed">Whether anybody did.</param>
public sealed record SheetTrust(string Words, bool IsConfirmed)
{
    /// <summary>Tone of its tag.</summary>
    public Tone Tone => IsConfirmed ? Tone.Good : Tone.Neutral;

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
