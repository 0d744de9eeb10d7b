using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Sheets;

/// <summary>Where a message about the sheets of an actor leads: to the page that confirms them with an account, else to what everybody reads of them.</summary>
/// <param name="HasAccounts">Whether somebody of the actor can sign in.</param>
/// <param name="Label">What the link does.</param>
/// <param name="Address">Where it leads.</param>
internal sealed record SheetLink(bool HasAccounts, string Label, string Address)
{
    /// <summary>The link of an actor, about some of its offers.</summary>
    public static async Task<SheetLink> OfAsync(MailData data, PortalAddress address, Guid actorId, IReadOnlyList<Guid> offerIds, CancellationToken ct)
    {
        if (await data.HasAccountsAsync(actorId, ct))
            return offerIds is [var only] ? new(true, "Relire et confirmer mon offre", address.PartnerConfirmation(only)) : new(true, "Relire et confirmer mes offres", address.PartnerOffers);
        return await data.SheetOfAsync(actorId, ct) is { } key ? new(false, "Relire ma fiche dans l’annuaire", address.Sheet(key)) : new(false, "Joindre PLUS", address.Contact);
    }
}
