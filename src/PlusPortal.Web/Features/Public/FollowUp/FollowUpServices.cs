namespace PlusPortal.Web.Features.Public.FollowUp;

/// <summary>What stands before contact details.</summary>
public static class FollowUpServices
{
    /// <summary>Registers it.</summary>
    public static void AddFollowUp(this IServiceCollection services) => services.AddScoped<ContactDoor>();
}
