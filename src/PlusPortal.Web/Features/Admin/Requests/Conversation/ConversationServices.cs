namespace PlusPortal.Web.Features.Admin.Requests.Conversation;

/// <summary>Use-cases of the folder.</summary>
public static class ConversationServices
{
    /// <summary>Registers them.</summary>
    public static void AddConversation(this IServiceCollection services)
    {
        services.AddScoped<ShareAdded>();
        services.AddScoped<AskStructure>();
        services.AddScoped<VouchForAddress>();
        services.AddScoped<AddNote>();
    }
}
