namespace PlusPortal.Web.Features.Public.AddressChanges;

/// <summary>Use-case of the two addresses.</summary>
public static class AddressChangeServices
{
    /// <summary>Registers it.</summary>
    public static void AddAddressChanges(this IServiceCollection services)
    {
        services.AddScoped<AnswerAddressChange>();
    }
}
