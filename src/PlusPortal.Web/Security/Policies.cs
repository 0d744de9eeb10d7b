using Microsoft.AspNetCore.Authorization;
using PlusPortal.Data.Accounts;

namespace PlusPortal.Web.Security;

/// <summary>Audiences of the portal. An area carries its policy; everything else needs a signed-in user unless it says otherwise.</summary>
public static class Policies
{
    /// <summary>Whoever is signed in, about the own account.</summary>
    public const string Account = nameof(Account);

    /// <summary>PLUS staff.</summary>
    public const string Admin = nameof(Admin);

    /// <summary>PLUS staff and observers: pages without request, name or free text.</summary>
    public const string Observation = nameof(Observation);

    /// <summary>PLUS administrators.</summary>
    public const string Administrator = nameof(Administrator);

    /// <summary>Partners with a support actor.</summary>
    public const string Partner = nameof(Partner);

    /// <summary>Partners who look after the people of their support actor.</summary>
    public const string PartnerManager = nameof(PartnerManager);

    /// <summary>Claim that holds the support actor of a partner.</summary>
    public const string SupportActorClaim = "plus:support-actor";

    /// <summary>Declares the policies; the fallback is « signed in ». Each of them asks for the second factor of those who must have one.</summary>
    public static void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        Add(Account, policy => policy.RequireAuthenticatedUser());
        Add(Admin, policy => policy.RequireRole(PortalRoles.Staff, PortalRoles.Administrator));
        Add(Observation, policy => policy.RequireRole(PortalRoles.Staff, PortalRoles.Administrator, PortalRoles.Observer));
        Add(Administrator, policy => policy.RequireRole(PortalRoles.Administrator));
        Add(Partner, policy => policy.RequireRole(PortalRoles.Partner).RequireClaim(SupportActorClaim));
        Add(PartnerManager, policy => policy.RequireRole(PortalRoles.PartnerManager).RequireClaim(SupportActorClaim));

        void Add(string name, Action<AuthorizationPolicyBuilder> audience) => options.AddPolicy(name, policy =>
        {
            audience(policy);
            policy.AddRequirements(new SecondFactorRule());
        });
    }
}
