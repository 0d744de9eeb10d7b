using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PlusPortal.Data.Requests;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Security.Sessions;

namespace PlusPortal.Web.Features.Public.Legal;

/// <summary>A cookie of the portal.</summary>
/// <param name="Name">Its name, or how its name begins.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Life">How long it stays.</param>
public sealed record SiteCookie(string Name, string Purpose, string Life);

/// <summary>Every cookie that the portal sets, under the names and lives that the code uses.</summary>
public sealed class SiteCookies(IOptions<AntiforgeryOptions> antiforgery, IOptionsMonitor<CookieAuthenticationOptions> sessions, KnownDevices devices)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<SiteCookie> All()
    {
        var session = sessions.Get(IdentityConstants.ApplicationScheme);
        return
        [
            new(DraftAccess.NamePrefix + "…", "Retrouver la demande que vous avez commencée sur cet appareil. Un cookie par demande.", $"{RequestDraft.LifetimeDays} jours après votre dernier changement"),
            new(antiforgery.Value.Cookie.Name!, "Vérifier que le formulaire envoyé vient bien de ce site.", "Jusqu’à la fermeture du navigateur"),
            new(session.Cookie.Name!, "Garder ouvert le compte de l’équipe PLUS et des partenaires. Les structures n’ont pas de compte, donc pas ce cookie.", $"Jusqu’à la fermeture du navigateur, {session.ExpireTimeSpan.TotalHours:0} heures sans activité au plus"),
            new(sessions.Get(PendingSignIn.Scheme).Cookie.Name!, "Se souvenir que le mot de passe était le bon, le temps de donner le second facteur. Pour l’équipe PLUS et les partenaires.", $"{PendingSignIn.Minutes} minutes"),
            new(sessions.Get(IdentityConstants.TwoFactorUserIdScheme).Cookie.Name!, "Reconnaître la réponse de votre appareil quand vous utilisez une clé d’accès. Pour l’équipe PLUS et les partenaires.", "Quelques minutes"),
            new(devices.Name, "Reconnaître un navigateur où l’équipe PLUS ou un partenaire s’est déjà connecté, pour que les essais d’inconnus ne bloquent pas son compte.", "Un an"),
        ];
    }
}
