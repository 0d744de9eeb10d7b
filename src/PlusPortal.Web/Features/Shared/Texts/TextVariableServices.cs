namespace PlusPortal.Web.Features.Shared.Texts;

/// <summary>What the texts of the portal may name, for the pages that show them and for staff who edit them.</summary>
public static class TextVariableServices
{
    /// <summary>Registers them.</summary>
    public static void AddTextVariables(this IServiceCollection services) => services.AddScoped<TextVariables>();
}
