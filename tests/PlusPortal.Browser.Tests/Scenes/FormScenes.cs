using Microsoft.EntityFrameworkCore;
using PlusPortal.Browser.Tests.Gates;
using PlusPortal.Data.Links;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>The request form, from its first page to the confirmation.</summary>
internal static class FormScenes
{
    public static IReadOnlyList<Scene> All { get; } =
    [
        new("Public/Orientation/Start/Start", "empty", "/demande"),
        new("Public/Orientation/Start/Start", "unfinished", async stage =>
        {
            await stage.DraftAsync(Samples.LongAnswers);
            await stage.OpenAsync("/demande");
        }),
        .. Step("Situation/Stage", "etape", answers => answers with { Stage = null, SubStage = null }),
        .. Step("Situation/SubStage", "sous-etape", answers => answers with { SubStage = null }),
        .. Step("Situation/LegalForm", "forme-juridique", answers => answers with { LegalForm = null }),
        .. Step("Situation/Structure", "structure", answers => answers with { StructureName = null }),
        new("Public/Orientation/Situation/Structure", "project", stage => stage.OpenStepAsync("structure", Samples.Answers with { LegalForm = LegalForms.PasEncoreCreee, StructureName = null, Qualifications = null })),
        .. Step("Situation/Sectors", "secteur", answers => answers with { Sectors = null }),
        .. Step("Situation/Commune", "commune", answers => answers with { Place = null, CommuneName = null }),
        new("Public/Orientation/Situation/Commune", "several found", stage => stage.OpenStepAsync("commune?recherche=54200", Samples.Answers)),
        new("Public/Orientation/Situation/Commune", "suggestions", async stage =>
        {
            await stage.OpenStepAsync("commune", Samples.Answers with { Place = null, CommuneName = null });
            await stage.Page.Locator("input[data-enhance=commune]").PressSequentiallyAsync("saint");
            await stage.Page.Locator("[role=option]").First.WaitForAsync();
        }),
        .. Step("Situation/Size", "taille", answers => answers with { StaffBand = null }),
        new("Public/Orientation/Steps/Closed", "one answer", stage => stage.OpenStepAsync(SampleQuestions.Volunteers.Slug, AskedToo)),
        new("Public/Orientation/Steps/Closed", "errors", async stage =>
        {
            await stage.OpenStepAsync(SampleQuestions.Volunteers.Slug, AskedToo);
            await stage.PressAsync("Continuer");
        }),
        new("Public/Orientation/Steps/Closed", "several answers", stage => stage.OpenStepAsync(SampleQuestions.Premises.Slug, AskedToo.WithClosedAnswers(SampleQuestions.Volunteers.Code, ["aucun"]))),
        .. Step("Needs/Need", "besoin", answers => answers with { Title = null, Need = null }),
        .. Step("Needs/Themes", "themes", answers => answers with { Themes = null }, hasErrors: false),
        .. Step("Needs/Timing", "echeance", answers => answers with { HasDeadline = null, Themes = [Themes.PretGarantie] }),
        .. Step("Needs/AlreadyMet", "deja-rencontres", answers => answers with { AlreadyMetActorIds = null }, hasErrors: false),
        new("Public/Orientation/Needs/AlreadyMet", "actors found", stage => stage.OpenStepAsync("deja-rencontres?organisme=e", Samples.LongAnswers)),
        new("Public/Orientation/Needs/AlreadyMet", "none found", stage => stage.OpenStepAsync("deja-rencontres?organisme=" + Samples.LongWord, Samples.Answers)),
        .. Step("Needs/Contact", "contact", answers => answers with { ContactName = null, Email = null, Channel = null }),
        new("Public/Orientation/Check/Check", "filled", stage => stage.OpenStepAsync("verification", Samples.Answers)),
        new("Public/Orientation/Check/Check", "long", stage => stage.OpenStepAsync("verification", Samples.LongAnswers with { Dropped = [OrientationAnswers.KeyOf(RequestStep.Size)] })),
        new("Public/Orientation/Check/Check", "errors", async stage =>
        {
            await stage.OpenStepAsync("verification", Samples.Answers);
            await stage.PressAsync("Envoyer ma demande à PLUS");
        }),
        new("Public/Orientation/Confirmation/Confirmation", "filled", stage => ConfirmAsync(stage, Samples.Answers)),
        new("Public/Orientation/Confirmation/Confirmation", "long", stage => ConfirmAsync(stage, Samples.LongAnswers)),
        new("Public/Orientation/Confirmation/Confirmation", "seen, address corrected", async stage =>
        {
            await ConfirmAsync(stage, Samples.LongAnswers);
            var draftId = Guid.Parse(stage.Page.Url.Split('/')[4]);
            await using (var db = stage.Browser.NewContext())
            {
                var request = await db.OrientationRequests.SingleAsync(request => request.DraftId == draftId);
                request.TakeInCharge(A.Staff(), A.Now, A.Day);
                request.Assign(null, A.Staff(), A.Now);
                await db.AccessLinks.RevokeAsync([request.Id], A.Now, CancellationToken.None);
                await db.SaveChangesAsync();
            }

            await stage.OpenAsync(stage.Page.Url);
        }),
        new("Public/Orientation/Start/OutsideLorraine", "anonymous", "/demande/hors-lorraine"),
        new("Public/Orientation/Start/OutsideLorraine", "draft", stage => stage.OpenStepAsync("hors-lorraine", Samples.Answers with { Place = new Place("67482", "246700488", "67", "44"), CommuneName = "Strasbourg", DepartementName = "Bas-Rhin" })),
        new("Public/Orientation/Resume/Later", "filled", stage => stage.OpenStepAsync("plus-tard", Samples.LongAnswers)),
        new("Public/Orientation/Resume/Later", "errors", async stage =>
        {
            await stage.OpenStepAsync("plus-tard", Samples.Answers with { Email = null });
            await stage.SendAsync();
        }),
        new("Public/Orientation/Resume/LaterSent", "filled", stage => SendLinkAsync(stage, $"{Samples.LongWord.ToLowerInvariant()}@example.org")),
        new("Public/Orientation/Resume/LaterSent", "without address", stage => stage.OpenStepAsync("plus-tard/envoye", Samples.Answers)),
        new("Public/Orientation/Resume/Resume", "filled", stage => ResumeAsync(stage)),
        new("Public/Orientation/Resume/LinkGone", "shown", "/demande/reprendre/abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrs"),
        new("Public/Orientation/Steps/Lost", "typed text kept", async stage =>
        {
            await stage.OpenStepAsync("besoin", Samples.LongAnswers);
            await stage.Page.Context.ClearCookiesAsync(new() { NameRegex = new("^plus-draft-") });
            await stage.PressAsync("Continuer");
        }),
        new("Shared/Expiry/ExpiredForm", "typed text kept", async stage =>
        {
            await stage.OpenStepAsync("besoin", Samples.LongAnswers);
            await stage.Page.EvaluateAsync("() => { for (const field of document.querySelectorAll('[name=__RequestVerificationToken]')) field.value = 'expired'; }");
            await stage.PressAsync("Continuer");
        }),
    ];

    /// <summary>Answers that call for the questions of the tests.</summary>
    private static OrientationAnswers AskedToo => Samples.Answers with { StructureName = SampleQuestions.AskedOf };

    /// <summary>One page of questions: nothing answered, answered, long words, sent without an answer.</summary>
    private static IEnumerable<Scene> Step(string view, string slug, Func<OrientationAnswers, OrientationAnswers> forget, bool hasErrors = true)
    {
        var template = "Public/Orientation/" + view;
        yield return new Scene(template, "empty", stage => stage.OpenStepAsync(slug, forget(Samples.Answers)));
        yield return new Scene(template, "long", stage => stage.OpenStepAsync(slug + "?retour=verification", Samples.LongAnswers));
        if (!hasErrors) yield break;
        yield return new Scene(template, "errors", async stage =>
        {
            await stage.OpenStepAsync(slug, forget(Samples.Answers));
            await stage.PressAsync("Continuer");
        });
    }

    private static async Task ConfirmAsync(Stage stage, OrientationAnswers answers)
    {
        await stage.OpenStepAsync("verification", answers);
        await stage.Page.ChooseAsync("PLUS choisit");
        await stage.Page.Locator("main input[type=checkbox]").Last.CheckAsync();
        await stage.PressAsync("Envoyer ma demande à PLUS");
    }

    private static async Task SendLinkAsync(Stage stage, string email)
    {
        await stage.OpenStepAsync("plus-tard", Samples.Answers);
        await stage.Page.WriteAsync("Adresse e-mail", email);
        await stage.SendAsync();
    }

    private static async Task ResumeAsync(Stage stage)
    {
        var draftId = await stage.DraftAsync(Samples.Answers);
        var now = stage.Browser.Portal.Clock.GetUtcNow();
        var token = Data.Links.LinkTokens.Create();
        await using var db = stage.Browser.NewContext();
        db.Add(new Data.Links.AccessLink { TokenHash = Data.Links.LinkTokens.Hash(token), Purpose = Data.Links.LinkPurpose.ResumeDraft, SubjectId = draftId, CreatedAt = now, ExpiresAt = now.AddDays(1) });
        await db.SaveChangesAsync();
        await stage.OpenAsync("/demande/reprendre/" + token);
    }
}
