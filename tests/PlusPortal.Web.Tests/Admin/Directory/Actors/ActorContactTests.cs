using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Directory.Actors;

/// <summary>The page of an actor, and the contact that makes it reachable.</summary>
public sealed class ActorContactTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Save = "Enregistrer l’adresse";
    private const string Confirmed = "L’acteur m’a lui-même donné ou confirmé cette adresse";

    [Fact]
    public async Task An_imported_actor_says_that_it_is_unverified_and_reachable_by_hand_only()
    {
        var offer = await fixture.AddOfferAsync(builder => builder.Covering("200070563").About(Themes.PretGarantie));

        var page = await OpenAsync(offer.ActorId);

        Assert.True(page.Has("Fiche non vérifiée par l’acteur"));
        Assert.True(page.Has("Aucune : les demandes sont à transmettre par vos soins"));
        Assert.True(page.Has(offer.Content.Title));
        Assert.True(page.Has("CC Terres Touloises"));
        Assert.True(page.Has("Meurthe-et-Moselle"));
        Assert.True(page.Has("Jamais confirmée par l’acteur"));
    }

    [Fact]
    public async Task A_waiting_proposal_is_one_link_away()
    {
        var offer = await fixture.AddOfferAsync();
        var revision = await fixture.ProposeAsync(offer, content => content with { Cost = "Gratuit" });

        var page = await (await OpenAsync(offer.ActorId)).ClickAsync($"Relire la modification proposée pour {offer.Content.Title}");

        Assert.Equal($"/admin/modifications/{revision.Id}", page.Path);
    }

    [Fact]
    public async Task A_checked_address_makes_the_actor_reachable()
    {
        var actor = await fixture.AddActorAsync();

        var page = await (await OpenAsync(actor.Id)).Form(Save).Fill("Adresse e-mail professionnelle", " accueil@acteur.example.org ").Tick(Confirmed).SubmitAsync();

        var stored = await fixture.ReadActorAsync(actor.Id);
        Assert.Equal("accueil@acteur.example.org", stored.ContactEmail);
        Assert.Equal(VerificationStatuses.VerifieePlus, stored.Verification);
        Assert.Equal(A.Today, stored.VerifiedOn);
        Assert.True(page.Has("Fiche vérifiée par PLUS, le lundi 2 mars 2026"));
    }

    [Theory]
    [InlineData("", true, "Indiquez l’adresse que l’acteur vous a donnée.")]
    [InlineData("accueil", true, "Cette adresse n’est pas complète. Exemple : accueil@exemple.fr.")]
    [InlineData("a@b@c", true, "Cette adresse n’est pas complète. Exemple : accueil@exemple.fr.")]
    [InlineData("accueil@example.org\r\nBcc: autre@example.org", true, "Cette adresse n’est pas complète. Exemple : accueil@exemple.fr.")]
    [InlineData("accueil@acteur.example.org", false, "Confirmez que l’acteur vous a lui-même donné ou confirmé cette adresse.")]
    public async Task Nothing_is_recorded_without_an_address_that_the_actor_confirmed(string address, bool isConfirmed, string sentence)
    {
        var actor = await fixture.AddActorAsync();
        var form = (await OpenAsync(actor.Id)).Form(Save).Without("Email").With("Email", address);
        if (isConfirmed) form.Tick(Confirmed);

        var answer = await form.SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([PageText.Normalise(sentence)], answer.Errors);
        Assert.Equal(isConfirmed, answer.Form(Save).IsOn(Confirmed));
        Assert.Null((await fixture.ReadActorAsync(actor.Id)).ContactEmail);
    }

    [Fact]
    public async Task A_record_that_changed_meanwhile_is_not_overwritten()
    {
        var actor = await fixture.AddActorAsync();
        var page = await OpenAsync(actor.Id);
        await using (var db = fixture.NewContext())
        {
            (await db.SupportActors.FindAsync([actor.Id], TestContext.Current.CancellationToken))!.RecordCheckedContact("premier@example.org", A.Day, A.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var answer = await page.Form(Save).Fill("Adresse e-mail professionnelle", "second@example.org").Tick(Confirmed).SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("premier@example.org", (await fixture.ReadActorAsync(actor.Id)).ContactEmail);
    }

    [Fact]
    public async Task Internal_words_about_the_sources_are_shown_to_staff_as_such()
    {
        var actor = await fixture.AddActorAsync();
        await using (var db = fixture.NewContext())
        {
            var stored = (await db.SupportActors.FindAsync([actor.Id], TestContext.Current.CancellationToken))!;
            stored.TakeImport(new SupportActorImport(stored.Name, stored.Kind, stored.Circle, stored.Description, null, SourceConfidence.Medium, "To be checked first.", true, ["https://source.example.org/page"]), A.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var page = await OpenAsync(actor.Id);

        Assert.True(page.Has("Note interne"));
        Assert.True(page.Has("To be checked first."));
        Assert.True(page.Has("https://source.example.org/page"));
    }

    private async Task<HtmlPage> OpenAsync(Guid actorId)
    {
        var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        return await browser.GetAsync($"/admin/annuaire/{actorId}");
    }
}
