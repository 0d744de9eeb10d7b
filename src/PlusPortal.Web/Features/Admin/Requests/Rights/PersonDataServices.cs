namespace PlusPortal.Web.Features.Admin.Requests.Rights;

/// <summary>Use-cases of the folder.</summary>
public static class PersonDataServices
{
    /// <summary>Registers them.</summary>
    public static void AddPersonData(this IServiceCollection services)
    {
        services.AddScoped<AnswerPerson>();
    }
}
