namespace PlusPortal.Web.Features.Public.Invitations;

/// <summary>Use-case of an invitation that is accepted.</summary>
public static class InvitationServices
{
    /// <summary>Registers it.</summary>
    public static void AddInvitations(this IServiceCollection services)
    {
        services.AddScoped<AcceptInvitation>();
    }
}
