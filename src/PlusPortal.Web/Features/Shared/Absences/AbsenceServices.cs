namespace PlusPortal.Web.Features.Shared.Absences;

/// <summary>Registers what keeps the absences of actors.</summary>
public static class AbsenceServices
{
    /// <summary>The use-case that staff and partners share.</summary>
    public static void AddAbsences(this IServiceCollection services) => services.AddScoped<KeepAbsences>();
}
