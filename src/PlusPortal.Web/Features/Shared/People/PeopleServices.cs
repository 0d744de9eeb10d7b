namespace PlusPortal.Web.Features.Shared.People;

/// <summary>Reader and use-cases of the pages about people.</summary>
public static class PeopleServices
{
    /// <summary>Registers them.</summary>
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddScoped<PeopleReader>();
        services.AddScoped<InvitePerson>();
        services.AddScoped<ChangeAccess>();
    }
}
