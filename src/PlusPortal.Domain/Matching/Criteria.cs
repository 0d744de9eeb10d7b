using System.Collections.Frozen;

namespace PlusPortal.Domain.Matching;

/// <summary>Stable codes of the matching criteria. The hard ones exclude.</summary>
public static class Criteria
{
    private static readonly FrozenSet<string> Hard = FrozenSet.Create(
        StringComparer.Ordinal, Territory, Stage, LegalForm, Employer, Qualification, Headcount, Age, Insolvency, Window, Capacity);

    /// <summary>Hard: the commune lies in the coverage.</summary>
    public const string Territory = "territory";

    /// <summary>Hard: the stage is served.</summary>
    public const string Stage = "stage";

    /// <summary>Hard: the legal form is accepted.</summary>
    public const string LegalForm = "legal-form";

    /// <summary>Hard: the structure employs somebody where the scheme requires it.</summary>
    public const string Employer = "employer";

    /// <summary>Hard: required and excluded qualifications.</summary>
    public const string Qualification = "qualification";

    /// <summary>Hard: head-count within the limits.</summary>
    public const string Headcount = "headcount";

    /// <summary>Hard: age of the structure within the limits.</summary>
    public const string Age = "age";

    /// <summary>Hard: not insolvent where the scheme requires it.</summary>
    public const string Insolvency = "insolvency";

    /// <summary>Hard: the call for applications is open.</summary>
    public const string Window = "window";

    /// <summary>Hard: the offer takes new requests (neither full, closed nor suspended).</summary>
    public const string Capacity = "capacity";

    /// <summary>Soft: themes shared, weighted by how specific they are.</summary>
    public const string Themes = "themes";

    /// <summary>Soft: sub-stage suited.</summary>
    public const string SubStage = "sub-stage";

    /// <summary>Soft: nearness of the territory.</summary>
    public const string Nearness = "nearness";

    /// <summary>Soft: first-circle guide for vague needs, specialist for precise ones, funder last unless costed.</summary>
    public const string Role = "role";

    /// <summary>Soft: sector shared.</summary>
    public const string Sector = "sector";

    /// <summary>Soft: budget within the limits.</summary>
    public const string Budget = "budget";

    /// <summary>Soft: amount of the need within the limits.</summary>
    public const string Amount = "amount";

    /// <summary>Soft: words of the request found in the offer.</summary>
    public const string Text = "text";

    /// <summary>Soft: way of helping that the need calls for.</summary>
    public const string SupportMode = "support-mode";

    /// <summary>Soft: the offer is made for structures of this legal form and size.</summary>
    public const string Audience = "audience";

    /// <summary>Soft: the offer is made for a family of structures (cooperatives, shared places, integration through work).</summary>
    public const string Milieu = "milieu";

    /// <summary>Soft: how recently the actor said that the offer is right.</summary>
    public const string Freshness = "freshness";

    /// <summary>Soft: delay that the actor announces.</summary>
    public const string Delay = "delay";

    /// <summary>Soft: what happened when the offer was asked before.</summary>
    public const string History = "history";

    /// <summary>Soft: other actors named this one as better placed for requests that share a theme. Told only while the rules give it a weight.</summary>
    public const string NamedBetter = "named-better";

    /// <summary>Soft: other offers of the same actor answer the rest of the need.</summary>
    public const string OtherOffers = "other-offers";

    /// <summary>Soft: already met by the structure.</summary>
    public const string AlreadyMet = "already-met";

    /// <summary>Whether only staff may read the reason: it tells how other requests to actors ended.</summary>
    public static bool IsForStaff(string code) => code is History or NamedBetter;

    /// <summary>Whether an offer is excluded when this criterion is known not to be met.</summary>
    public static bool IsHard(string code) => Hard.Contains(code);
}
