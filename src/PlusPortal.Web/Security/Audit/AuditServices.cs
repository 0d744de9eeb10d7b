namespace PlusPortal.Web.Security.Audit;

/// <summary>What keeps the audit.</summary>
public static class AuditServices
{
    /// <summary>Registers it.</summary>
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<AuditQueue>();
        services.AddSingleton<AuditLog>();
        services.AddHostedService<AuditWriter>();
    }
}
