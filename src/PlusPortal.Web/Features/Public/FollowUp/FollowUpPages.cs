using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Partner.Inbox;
using PlusPortal.Web.Features.Public.ActorLinks;

namespace PlusPortal.Web.Features.Public.FollowUp;

/// <summary>A request that an actor took, behind its link.</summary>
/// <param name="Link">The link.</param>
/// <param name="Referral">What it may read now.</param>
public sealed record FollowUpPage(ActorLink Link, ReferralPage Referral)
{
    /// <summary>A page or an action under it.</summary>
    public string Under(string action) => PublicAddress.UnderFollowUp(Link.Token, action);
}

/// <summary>A form under it.</summary>
/// <param name="Link">The link.</param>
/// <param name="Form">The form.</param>
public sealed record FollowUpFormPage<TForm>(ActorLink Link, TForm Form)
{
    /// <summary>A page or an action under the page of the link.</summary>
    public string Under(string action) => PublicAddress.UnderFollowUp(Link.Token, action);

    /// <summary>The page of the link.</summary>
    public string Back => PublicAddress.FollowUp(Link.Token);
}
