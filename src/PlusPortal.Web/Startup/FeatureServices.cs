using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Clock;
using PlusPortal.Web.Digests;
using PlusPortal.Web.Email;
using PlusPortal.Web.Features.Account.Profile;
using PlusPortal.Web.Features.Account.SecondFactor;
using PlusPortal.Web.Features.Admin.Audit;
using PlusPortal.Web.Features.Admin.Clock;
using PlusPortal.Web.Features.Admin.Content.Messages;
using PlusPortal.Web.Features.Admin.Content.Texts;
using PlusPortal.Web.Features.Admin.Matching.Evaluation;
using PlusPortal.Web.Features.Admin.Matching.Lexicon;
using PlusPortal.Web.Features.Admin.Matching.Rules;
using PlusPortal.Web.Features.Admin.Matching.Simulator;
using PlusPortal.Web.Features.Admin.People.Factor;
using PlusPortal.Web.Features.Admin.Requests;
using PlusPortal.Web.Features.Admin.Requests.ByHand;
using PlusPortal.Web.Features.Admin.Requests.Charge;
using PlusPortal.Web.Features.Admin.Requests.Choosing;
using PlusPortal.Web.Features.Admin.Requests.Closing;
using PlusPortal.Web.Features.Admin.Requests.Conversation;
using PlusPortal.Web.Features.Admin.Requests.Correcting;
using PlusPortal.Web.Features.Admin.Requests.HandingOver;
using PlusPortal.Web.Features.Admin.Requests.Masking;
using PlusPortal.Web.Features.Admin.Requests.Referrals;
using PlusPortal.Web.Features.Admin.Requests.Request;
using PlusPortal.Web.Features.Admin.Requests.Rights;
using PlusPortal.Web.Features.Admin.Retention;
using PlusPortal.Web.Features.Admin.Settings;
using PlusPortal.Web.Features.Admin.Tasks;
using PlusPortal.Web.Features.Api.Orientations;
using PlusPortal.Web.Features.Dev.MailPreview;
using PlusPortal.Web.Features.Partner.Inbox;
using PlusPortal.Web.Features.Partner.Offers;
using PlusPortal.Web.Features.Public.ActorLinks;
using PlusPortal.Web.Features.Public.AddressChanges;
using PlusPortal.Web.Features.Public.Directory.Search;
using PlusPortal.Web.Features.Public.Directory.Sheet;
using PlusPortal.Web.Features.Public.FollowUp;
using PlusPortal.Web.Features.Public.ForgottenPassword;
using PlusPortal.Web.Features.Public.Invitations;
using PlusPortal.Web.Features.Public.Legal;
using PlusPortal.Web.Features.Public.LostLink;
using PlusPortal.Web.Features.Public.Orientation;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Public.SignIn;
using PlusPortal.Web.Features.Public.Tracking;
using PlusPortal.Web.Features.Public.Tracking.Again;
using PlusPortal.Web.Features.Public.Tracking.Coordinates;
using PlusPortal.Web.Features.Public.Tracking.Followers;
using PlusPortal.Web.Features.Public.Tracking.Information;
using PlusPortal.Web.Features.Public.Tracking.Rights;
using PlusPortal.Web.Features.Public.Tracking.Satisfaction;
using PlusPortal.Web.Features.Shared.Absences;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Features.Shared.Offers;
using PlusPortal.Web.Features.Shared.People;
using PlusPortal.Web.Features.Shared.Rights;
using PlusPortal.Web.Features.Shared.Texts;
using PlusPortal.Web.Jobs;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;
using PlusPortal.Web.Privacy;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Retention;
using PlusPortal.Web.Sheets;

namespace PlusPortal.Web.Startup;

/// <summary>The rooms of the portal, one line each: a room registers its own services beside them, and nobody else's.</summary>
public static class FeatureServices
{
    /// <summary>Registers them.</summary>
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.AddLinks();
        builder.AddMail();
        builder.Services.AddProfile();

        var services = builder.Services;
        services.AddMatching();
        services.AddTextVariables();
        services.AddOfferForms();
        services.AddActWords();
        services.AddJobs();
        builder.AddPrivacy();
        services.AddPeople();
        services.AddRetention();
        services.AddClock();
        services.AddRights();
        services.AddDueSheets();
        services.AddAbsences();
        services.AddDigests();

        services.AddOrientation();

        // What the form asks is what every room tells. Asked for here, so that a wrong fact stops the start.
        services.AddSingleton(provider => new DeclaredFacts([.. provider.GetRequiredService<FormSteps>().Facts]));
        services.AddOptions<MvcOptions>().Configure<DeclaredFacts>((_, _) => { });
        services.AddTracking();
        services.AddSatisfaction();
        services.AddRightsPages();
        services.AddInformation();
        services.AddCoordinates();
        services.AddFollowerPage();
        services.AddAgain();
        services.AddLostLink();
        services.AddActorLinks();
        services.AddFollowUp();
        services.AddSignIn();
        services.AddForgottenPassword();
        services.AddSecondFactor();
        services.AddDirectorySearch();
        services.AddDirectorySheet();
        services.AddLegalPages();
        services.AddInvitations();
        services.AddAddressChanges();
        services.AddOwnAccount();

        services.AddRequests();
        services.AddRequestPage();
        services.AddCharge();
        services.AddConversation();
        services.AddCorrecting();
        services.AddChoosing();
        services.AddReferral();
        services.AddHandTexts();
        services.AddMasking();
        services.AddClosing();
        services.AddPersonData();
        services.AddHandingOver();
        services.AddRules();
        services.AddSimulator();
        services.AddEvaluation();
        services.AddLexicon();
        services.AddTexts();
        services.AddMessages();
        services.AddTasks();
        services.AddClockPage();
        services.AddJournal();
        services.AddRetentionPage();
        services.AddFactorReset();
        services.AddSettingsPages();

        services.AddInbox();
        services.AddPartnerOffers();
        services.AddPreview();

        services.AddMailPreview();
    }
}
