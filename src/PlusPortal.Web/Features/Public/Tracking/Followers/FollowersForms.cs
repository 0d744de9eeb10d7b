using System.ComponentModel.DataAnnotations;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Followers;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Public.Tracking.Followers;

/// <summary>Who is invited to follow the request.</summary>
public sealed class InviteFollowerForm
{
    /// <summary>Name, which the person who invites reads alone.</summary>
    [TypedLength(Declaration.NameLength, ErrorMessage = "Raccourcissez ce nom\u00A0: 160 caractères au plus.")]
    public string? Name { get; set; }

    /// <summary>Address of its own.</summary>
    [Required(ErrorMessage = "Indiquez l’adresse e-mail de la personne à inviter.")]
    [MailAddress]
    public string? Email { get; set; }
}

/// <summary>The page of whoever invites.</summary>
/// <param name="Token">Token of the address.</param>
/// <param name="Reference">Reference of the request.</param>
/// <param name="MayInvite">Whether one more may be invited now.</param>
/// <param name="IsFull">Whether as many follow as may.</param>
/// <param name="Lines">Those who follow or are invited, in the order of their invitation.</param>
/// <param name="Form">What was typed.</param>
public sealed record FollowersPage(string Token, string Reference, bool MayInvite, bool IsFull, IReadOnlyList<FollowerLine> Lines, InviteFollowerForm Form);

/// <summary>Somebody who follows the request, or is invited to.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Who">Name, or its address.</param>
/// <param name="Email">Address.</param>
/// <param name="State">« Suit la demande depuis le lundi 3 mars 2026 ».</param>
public sealed record FollowerLine(Guid Id, string Who, string Email, string State)
{
    /// <summary>Line of a follower.</summary>
    public static FollowerLine Of(RequestFollower follower, DateTimeOffset now) => new(
        follower.Id,
        follower.Name ?? follower.Email,
        follower.Email,
        follower switch
        {
            { JoinedAt: { } joined } => $"Suit la demande depuis le {joined.ParisDay.InWords}.",
            _ when follower.IsInvitedAt(now) => $"Invitation envoyée, à accepter au plus tard le {follower.ExpiresAt.ParisDay.InWords}.",
            _ => "Invitation restée sans réponse. Invitez de nouveau cette personne, ou retirez-la.",
        });
}

/// <summary>The page of whoever is invited.</summary>
public sealed record FollowerInvitationPage(string Token, string Reference);
