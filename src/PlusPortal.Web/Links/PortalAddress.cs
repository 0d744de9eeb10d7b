using Microsoft.Extensions.Options;

namespace PlusPortal.Web.Links;

/// <summary>Absolute addresses of pages, for e-mails: they start with the configured address of the portal.</summary>
public sealed class PortalAddress(IOptions<PortalOptions> options)
{
    private readonly string root = options.Value.BaseAddress!.TrimEnd('/');

    /// <summary>Tracking page of a request.</summary>
    public string Tracking(string token) => $"{root}/suivi/{token}";

    /// <summary>What the portal holds about the person of a request.</summary>
    public string PersonalData(string token) => $"{root}/mes-donnees/acces/{token}";

    /// <summary>Page on which that person has it erased.</summary>
    public string Erasure(string token) => $"{root}/mes-donnees/effacement/{token}";

    /// <summary>Page on which whoever is invited to follow a request accepts.</summary>
    public string FollowerInvitation(string token) => $"{root}/suivre/{token}";

    /// <summary>Page on which the person of a request proves another address.</summary>
    public string ContactAddress(string token) => $"{root}/nouvelle-adresse/{token}";

    /// <summary>Page on which the structure says what came of its request.</summary>
    public string Satisfaction(string token) => $"{root}/avis/{token}";

    /// <summary>What is done with personal data.</summary>
    public string Privacy => $"{root}/donnees-personnelles";

    /// <summary>Door to a draft, from another device.</summary>
    public string ResumeDraft(string token) => $"{root}/demande/reprendre/{token}";

    /// <summary>Form of a new password.</summary>
    public string NewPassword(string token) => $"{root}/compte/nouveau-mot-de-passe/{token}";

    /// <summary>Form of somebody who forgot its password.</summary>
    public string ForgottenPassword => $"{root}/compte/mot-de-passe-oublie";

    /// <summary>Page on which an actor answers about a request.</summary>
    public string ReferralAnswer(string token) => $"{root}/reponse/{token}";

    /// <summary>Page on which the actor that took a request follows it.</summary>
    public string FollowUp(string token) => $"{root}/suite/{token}";

    /// <summary>A request, for staff.</summary>
    public string AdminRequest(string reference) => $"{root}/admin/demandes/{reference}";

    /// <summary>People of an actor, for staff.</summary>
    public string PartnersOf(Guid actorId) => $"{root}/admin/partenaires?acteur={actorId}";

    /// <summary>Where staff arrive.</summary>
    public string Admin => $"{root}/admin";

    /// <summary>The messages of the portal, for staff.</summary>
    public string AdminMessages => $"{root}/admin/messages";

    /// <summary>An actor, for staff.</summary>
    public string AdminActor(Guid actorId) => $"{root}/admin/annuaire/{actorId}";

    /// <summary>Where a partner arrives.</summary>
    public string Partner => $"{root}/partenaire";

    /// <summary>An offer to read again and to confirm, for its partner.</summary>
    public string PartnerConfirmation(Guid offerId) => $"{root}/partenaire/offres/{offerId}/confirmation";

    /// <summary>The sheet of an actor in the directory.</summary>
    public string Sheet(string key) => $"{root}/annuaire/{key}";

    /// <summary>The offers of a partner.</summary>
    public string PartnerOffers => $"{root}/partenaire/offres";

    /// <summary>Page on which an invited person opens its account.</summary>
    public string Invitation(string token) => $"{root}/compte/invitation/{token}";

    /// <summary>Page on which an address answers to a change.</summary>
    public string AddressChange(string token) => $"{root}/compte/changement-adresse/{token}";

    /// <summary>The sign-in page.</summary>
    public string SignIn => $"{root}/compte/connexion";

    /// <summary>The own account of whoever opens it.</summary>
    public string Profile => $"{root}/compte";

    /// <summary>What is kept how long, for administrators.</summary>
    public string Retention => $"{root}/admin/conservation";

    /// <summary>How to reach PLUS.</summary>
    public string Contact => $"{root}/contact";
}
