using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Directory.Actors;

public sealed class ActorEditTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Save = "Enregistrer la fiche";

    [Fact]
    public async Task The_form_holds_what_is_stored()
    {
        var actor = await fixture.AddActorAsync(builder => builder.OfKind(ActorKinds.CouveuseCae).Welcoming());

        var form = (await OpenAsync(actor)).Form(Save);

        Assert.Equal(actor.Name, form.Value("Nom"));
        Assert.Equal(actor.Kind, form.Value("Type d’acteur"));
        Assert.True(form.IsOn("Premier accueil"));
        Assert.Equal(actor.Description, form.Value("Description"));
        Assert.True(form.IsOn("Dans l’annuaire"));
    }

    [Theory]
    [InlineData("Nom", "", "Indiquez le nom de l’acteur.")]
    [InlineData("Nom", "#161", "Ce nom est trop long : 160 caractères au plus.")]
    [InlineData("Description", "", "Décrivez l’acteur en quelques phrases.")]
    [InlineData("Description", "#2001", "Ce texte est trop long : 2000 caractères au plus.")]
    [InlineData("Site", "exemple", "Indiquez une adresse complète, qui commence par https://.")]
    [InlineData("Site", "javascript:alert(1)", "Indiquez une adresse complète, qui commence par https://.")]
    public async Task Each_mistake_has_its_sentence_and_nothing_is_stored(string label, string typed, string sentence)
    {
        var actor = await fixture.AddActorAsync();
        var value = typed.StartsWith('#') ? new string('a', int.Parse(typed[1..])) : typed;

        var answer = await (await OpenAsync(actor)).Form(Save).Fill(label, value).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(PageText.Normalise(sentence), answer.ErrorOf(label));
        Assert.Contains(PageText.Normalise(sentence), answer.Errors);
        Assert.StartsWith("Erreur", answer.Title, StringComparison.Ordinal);
        Assert.Equal(value, answer.Form(Save).Value(label));
        Assert.Equal(actor.Name, (await fixture.ReadActorAsync(actor.Id)).Name);
    }

    [Fact]
    public async Task A_site_cannot_be_checked_without_an_address()
    {
        var actor = await fixture.AddActorAsync();

        var answer = await (await OpenAsync(actor)).Form(Save).Tick("J’ai ouvert ce site et il est bien celui de l’acteur").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["Indiquez l'adresse du site que vous avez ouvert, ou décochez cette case."], answer.Errors);
    }

    [Fact]
    public async Task What_staff_change_is_stored_and_protected_from_the_next_import()
    {
        var actor = await fixture.AddActorAsync();
        var name = $"Nom corrigé {A.Number()}";

        var answer = await (await OpenAsync(actor)).Form(Save)
            .Fill("Nom", name)
            .Choose("Type d’acteur", "Banque")
            .Choose("Premier accueil")
            .Fill("Site", "https://acteur.example.org")
            .Tick("J’ai ouvert ce site et il est bien celui de l’acteur")
            .SubmitAsync();

        Assert.Equal($"/admin/annuaire/{actor.Id}", answer.Path);
        Assert.Equal(name, answer.Heading);
        var stored = await fixture.ReadActorAsync(actor.Id);
        Assert.Equal(name, stored.Name);
        Assert.Equal(ActorKinds.Banque, stored.Kind);
        Assert.Equal(Circles.PremierAccueil, stored.Circle);
        Assert.Equal(A.Today, stored.WebsiteCheckedOn);
        Assert.Superset(new HashSet<string> { nameof(SupportActor.Name), nameof(SupportActor.Kind), nameof(SupportActor.Circle), nameof(SupportActor.Website) }, stored.EditedFields.ToHashSet());
        Assert.DoesNotContain(nameof(SupportActor.Description), stored.EditedFields);
    }

    [Fact]
    public async Task A_form_saved_as_it_is_protects_nothing_more()
    {
        var actor = await fixture.AddActorAsync();
        var before = (await fixture.ReadActorAsync(actor.Id)).EditedFields;

        await (await OpenAsync(actor)).Form(Save).SubmitAsync();

        Assert.Equal(before, (await fixture.ReadActorAsync(actor.Id)).EditedFields);
    }

    [Fact]
    public async Task Line_breaks_of_the_browser_do_not_count_as_a_change()
    {
        var actor = await fixture.AddActorAsync();
        await using (var db = fixture.NewContext())
        {
            var stored = (await db.SupportActors.FindAsync([actor.Id], TestContext.Current.CancellationToken))!;
            stored.TakeImport(new SupportActorImport(stored.Name, stored.Kind, stored.Circle, "Deux\nlignes.", null, SourceConfidence.High, null, true, []), A.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await (await OpenAsync(actor)).Form(Save).SubmitAsync();

        var after = await fixture.ReadActorAsync(actor.Id);
        Assert.Equal("Deux\nlignes.", after.Description);
        Assert.DoesNotContain(nameof(SupportActor.Description), after.EditedFields);
    }

    [Fact]
    public async Task An_actor_is_taken_out_of_the_directory_and_put_back()
    {
        var actor = await fixture.AddActorAsync();

        var outside = await (await OpenAsync(actor)).Form(Save).Untick("Dans l’annuaire").SubmitAsync();
        Assert.False((await fixture.ReadActorAsync(actor.Id)).IsActive);
        Assert.True(outside.Has("Hors de l’annuaire"));

        await (await OpenAsync(actor)).Form(Save).Tick("Dans l’annuaire").SubmitAsync();
        Assert.True((await fixture.ReadActorAsync(actor.Id)).IsActive);
    }

    [Fact]
    public async Task The_second_to_save_sees_both_versions_and_loses_nothing_typed()
    {
        var actor = await fixture.AddActorAsync();
        var first = await OpenAsync(actor);
        var second = await OpenAsync(actor);
        await first.Form(Save).Fill("Nom", $"Premier nom {actor.Id:N}").SubmitAsync();

        var answer = await second.Form(Save).Fill("Description", "Texte du second.").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Single(answer.Errors);
        Assert.Equal("Texte du second.", answer.Form(Save).Value("Description"));
        Assert.True(answer.Has("Version enregistrée"));
        Assert.True(answer.Has($"Premier nom {actor.Id:N}"));
        Assert.NotEqual("Texte du second.", (await fixture.ReadActorAsync(actor.Id)).Description);

        var saved = await answer.Form(Save).Fill("Nom", $"Premier nom {actor.Id:N}").SubmitAsync();
        Assert.Equal($"/admin/annuaire/{actor.Id}", saved.Path);
        var stored = await fixture.ReadActorAsync(actor.Id);
        Assert.Equal("Texte du second.", stored.Description);
        Assert.Equal($"Premier nom {actor.Id:N}", stored.Name);
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_cannot_be_posted()
    {
        var actor = await fixture.AddActorAsync();

        await (await OpenAsync(actor)).Form(Save)
            .With("Verification", VerificationStatuses.ConfirmeeActeur).With("ContactEmail", "intrus@example.org").With("ImportKey", "autre").With("EditorNote", "autre")
            .SubmitAsync();

        var stored = await fixture.ReadActorAsync(actor.Id);
        Assert.Equal(VerificationStatuses.NonVerifiee, stored.Verification);
        Assert.Null(stored.ContactEmail);
        Assert.Equal(actor.ImportKey, stored.ImportKey);
        Assert.Null(stored.EditorNote);
    }

    private async Task<HtmlPage> OpenAsync(SupportActor actor)
    {
        var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        return await browser.GetAsync($"/admin/annuaire/{actor.Id}/modifier");
    }
}
