namespace PlusPortal.Web.Features.Dev.MailPreview;

/// <summary>What shows the messages in Development; what sends them knows nothing of it.</summary>
public static class MailPreviewServices
{
    /// <summary>Registers it.</summary>
    public static void AddMailPreview(this IServiceCollection services) => services.AddScoped<MailPreviews>();
}
