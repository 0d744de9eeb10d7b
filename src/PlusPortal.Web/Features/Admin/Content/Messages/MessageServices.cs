namespace PlusPortal.Web.Features.Admin.Content.Messages;

/// <summary>What the list of messages reads.</summary>
public static class MessageServices
{
    /// <summary>Registers them.</summary>
    public static void AddMessages(this IServiceCollection services)
    {
        services.AddScoped<MessageSubjects>();
    }
}
