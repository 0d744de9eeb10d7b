namespace PlusPortal.Web.Features.Admin.Matching.Lexicon;

/// <summary>Reader and use-case of the lexicon.</summary>
public static class LexiconServices
{
    /// <summary>Registers them.</summary>
    public static void AddLexicon(this IServiceCollection services)
    {
        services.AddScoped<LexiconReader>();
        services.AddScoped<ChangeLexicon>();
    }
}
