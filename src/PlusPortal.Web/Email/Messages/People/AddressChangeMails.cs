using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.People;
using PlusPortal.Domain.People;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.People;

/// <summary>Asks one of the two addresses of a change. The other address is not in it: whoever reads it by mistake learns nothing.</summary>
public abstract class AddressChangeAskedMail(PortalDb db, LinkIssuer links, PortalAddress address, TimeProvider clock, AddressSide side) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        var change = await db.AddressChanges.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == subjectId, ct);
        if (change?.IsOpenAt(clock.GetUtcNow()) != true) return null;
        var isOld = side == AddressSide.Old;
        return new MailText
        {
            To = [isOld ? change.OldEmail : change.NewEmail],
            Subject = isOld ? "Changer l’adresse de votre compte PLUS\u00A0?" : "Confirmez votre nouvelle adresse sur le portail PLUS",
            Paragraphs = [isOld
                ? "Depuis votre compte, une autre adresse a été demandée à la place de celle-ci. Rien ne change tant que les deux adresses n’ont pas confirmé."
                : "Cette adresse a été donnée comme nouvelle adresse d’un compte du portail PLUS. Rien ne change tant que les deux adresses n’ont pas confirmé."],
            LinkLabel = isOld ? "Confirmer ou refuser le changement" : "Confirmer ma nouvelle adresse",
            LinkAddress = address.AddressChange(links.AddressChange(side, subjectId, change.ExpiresAt)),
            Closing = [$"Ce lien fonctionne jusqu’au {change.ExpiresAt.ParisDay.InWords}."],
            Footer = isOld
                ? "Vous recevez ce message parce que cette adresse est celle d’un compte. Vous n’avez rien demandé\u00A0? Refusez, puis changez votre mot de passe."
                : "Vous n’avez rien demandé\u00A0? Ignorez ce message\u00A0: rien ne change sans vous.",
        };
    }
}

/// <summary>P7: asks the address of the account.</summary>
public sealed class AddressChangeForOldMail(PortalDb db, LinkIssuer links, PortalAddress address, TimeProvider clock) : AddressChangeAskedMail(db, links, address, clock, AddressSide.Old);

/// <summary>P7: asks the new address.</summary>
public sealed class AddressChangeForNewMail(PortalDb db, LinkIssuer links, PortalAddress address, TimeProvider clock) : AddressChangeAskedMail(db, links, address, clock, AddressSide.New);

/// <summary>P7: tells the old address that it opens the account no more.</summary>
public sealed class AddressChangedMail(PortalDb db, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        var change = await db.AddressChanges.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == subjectId, ct);
        if (change is not { State: AddressChangeState.Done }) return null;
        return new MailText
        {
            To = [change.OldEmail],
            Subject = "L’adresse de votre compte PLUS a changé",
            Paragraphs = ["Les deux adresses ont confirmé\u00A0: votre compte s’ouvre maintenant avec la nouvelle, et plus avec celle-ci. Le mot de passe reste le même."],
            LinkLabel = "Écrire à PLUS",
            LinkAddress = address.Contact,
            Closing = ["Ce n’était pas vous\u00A0? Écrivez à PLUS tout de suite."],
            Footer = "Vous recevez ce message parce que cette adresse ouvrait un compte du portail PLUS.",
        };
    }
}
