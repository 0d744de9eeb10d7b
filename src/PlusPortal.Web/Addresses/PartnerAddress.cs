namespace PlusPortal.Web.Addresses;

/// <summary>Addresses of the pages of partners.</summary>
public static class PartnerAddress
{
    /// <summary>Where a partner arrives.</summary>
    public const string Home = "/partenaire";

    /// <summary>Requests to answer.</summary>
    public const string Referrals = Home + "/demandes";

    /// <summary>Requests answered.</summary>
    public const string PastReferrals = Referrals + "?liste=passees";

    /// <summary>Offers of the partner's actor.</summary>
    public const string Offers = Home + "/offres";

    /// <summary>Why the actor is not proposed.</summary>
    public const string NotReceived = Home + "/pourquoi-pas-moi";

    /// <summary>Absences of the partner's actor.</summary>
    public const string Absences = Home + "/absences";

    /// <summary>Where its office is.</summary>
    public const string Office = Home + "/bureau";

    /// <summary>Colleagues, for those who look after them.</summary>
    public const string Team = Home + "/equipe";

    /// <summary>A request sent to the partner's actor.</summary>
    public static string Referral(Guid id) => $"{Referrals}/{id}";

    /// <summary>A list of requests from a place on.</summary>
    public static string ReferralsAfter(string list, string after) => $"{Referrals}?liste={list}&apres={after}";

    /// <summary>Form of an offer.</summary>
    public static string EditOffer(Guid id) => Offer(id) + "/modifier";

    /// <summary>Its form for the capacity.</summary>
    public static string Capacity(Guid id) => Offer(id) + "/capacite";

    /// <summary>The sheet to read again; a form there says that it is still right.</summary>
    public static string ConfirmOffer(Guid id) => Offer(id) + "/confirmation";

    /// <summary>The modification that waits or came back.</summary>
    public static string Revision(Guid id) => Offer(id) + "/modification";

    /// <summary>Takes the modification back: a form posts to it.</summary>
    public static string WithdrawRevision(Guid id) => Revision(id) + "/retrait";

    private static string Offer(Guid id) => $"{Offers}/{id}";
}
