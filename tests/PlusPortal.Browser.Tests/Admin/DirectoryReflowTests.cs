using Microsoft.Playwright;
using PlusPortal.Data.Identity;
using PlusPortal.Domain.Directory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Browser.Tests.Admin;

/// <summary>The directory pages of the admin area on a narrow screen (RGAA 10.11): nothing to scroll sideways, even with a word that never ends.</summary>
public sealed class DirectoryReflowTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string LongWord = "Anticonstitutionnellementlongmotquidepasse";

    [Fact]
    public async Task At_320_pixels_nothing_goes_beyond_the_screen()
    {
        var (offer, revision) = await ArrangeAsync();
        var person = await browser.NewPersonAsync(width: 320);
        await SignInAsync(person);

        string[] pages =
        [
            "/admin/annuaire", $"/admin/annuaire/{offer.ActorId}", $"/admin/annuaire/{offer.ActorId}/modifier", $"/admin/annuaire/offres/{offer.Id}/modifier",
            $"/admin/annuaire/offres/{offer.Id}/etat", "/admin/propositions", $"/admin/propositions/{revision.Id}",
        ];
        foreach (var page in pages)
        {
            await person.GotoAsync(page);
            var beyond = await person.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

            Assert.True(beyond <= 0, $"{page} is {beyond} pixels too wide.");
        }
    }

    private async Task<(SupportOffer Offer, OfferRevision Revision)> ArrangeAsync()
    {
        var actor = A.SupportActor().Named($"Acteur {LongWord}").Build();
        var offer = A.SupportOffer().Of(actor).Covering("200070563").With(content => content with { Title = LongWord, Description = LongWord }).Build();
        var revision = OfferRevision.Propose(offer, offer.Content with { Description = LongWord + LongWord, Cost = "Gratuit" }, Guid.CreateVersion7(A.Now), A.Now);
        await using var db = browser.Portal.NewContext();
        db.Add(actor);
        db.Add(revision);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (offer, revision);
    }

    private async Task SignInAsync(IPage person)
    {
        var email = $"ecran{A.Number()}@example.org";
        await browser.Portal.CreateUserAsync(email, PortalRoles.Staff);
        await person.GotoAsync("/compte/connexion");
        await person.GetByLabel("Adresse e-mail").FillAsync(email);
        await person.GetByLabel("Mot de passe").FillAsync(PortalFactory.Password);
        await person.GetByRole(AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
        await person.WaitForURLAsync(url => !url.Contains("/compte/", StringComparison.Ordinal));
    }
}
