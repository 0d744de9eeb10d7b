using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Partner.Inbox;
using PlusPortal.Web.Features.Public.ActorLinks;

namespace PlusPortal.Web.Features.Public.ReferralAnswer;

/// <summary>A request that waits for the answer of an actor, behind its link.</summary>
/// <param name="Link">The link.</param>
/// <param name="Referral">What an actor may read before it accepts.</param>
public sealed record AnswerPage(ActorLink Link, ReferralPage Referral)
{
    /// <summary>A page or an action under it.</summary>
    public string Under(string action) => PublicAddress.UnderAnswer(Link.Token, action);
}

/// <summary>A form under it.</summary>
/// <param name="Link">The link.</param>
/// <param name="Form">The form.</param>
public sealed record AnswerFormPage<TForm>(ActorLink Link, TForm Form)
{
    /// <summary>A page or an action under the page of the link.</summary>
    public string Under(string action) => PublicAddress.UnderAnswer(Link.Token, action);

    /// <summary>The page of the link.</summary>
    public string Back => PublicAddress.ReferralAnswer(Link.Token);
}
