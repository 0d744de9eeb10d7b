using PlusPortal.Web.Email;
using PlusPortal.Web.Features.Admin.Lexicon;
using PlusPortal.Web.Features.Admin.Messages;
using PlusPortal.Web.Features.Admin.Rules;
using PlusPortal.Web.Features.Admin.Simulator;
using PlusPortal.Web.Features.Admin.Texts;
using PlusPortal.Web.Features.Admin.Triage;
using PlusPortal.Web.Features.Api.Orientations;
using PlusPortal.Web.Features.Partner.Inbox;
using PlusPortal.Web.Features.Public.Directory;
using PlusPortal.Web.Features.Public.Legal;
using PlusPortal.Web.Features.Public.Orientation;
using PlusPortal.Web.Features.Public.Tracking;
using PlusPortal.Web.Features.Shared.Offers;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Startup;

/// <summary>Use-cases and services of the features, one line each; a feature with many has its own extension beside it.</summary>
public static class FeatureServices
{
    /// <summary>Registers them.</summary>
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOrientation();
        services.AddTracking();
        services.AddDirectory();
        services.AddLegalPages();
        services.AddPartnerSpace();
        services.AddScoped<ZoneReader>();
        builder.AddMatching();
        services.AddTriage();
        services.AddRules();
        services.AddScoped<RunSimulation>();
        services.AddScoped<LexiconReader>();
        services.AddScoped<ChangeLexicon>();
        services.AddScoped<TextHistory>();
        services.AddScoped<PublishText>();
        builder.AddLinks();
        builder.AddMail();
        services.AddScoped<MessageSubjects>();
    }
}
