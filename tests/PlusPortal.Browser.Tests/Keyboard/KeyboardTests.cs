using Microsoft.Playwright;
using PlusPortal.Browser.Tests.Scenes;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Browser.Tests.Keyboard;

/// <summary>The three main jobs with a keyboard and nothing else (RGAA 7.3, 12.8, 12.9).</summary>
public sealed class KeyboardTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Continue = "Continuer";

    [Fact]
    public async Task A_structure_sends_its_request_from_the_home_page()
    {
        var page = await browser.NewPersonAsync();
        await page.GotoAsync("/");
        await page.PassThroughAsync();
        await page.EnterAsync("Demander une orientation");
        await page.EnterAsync("Commencer ma demande");
        await page.ShouldReadAsync("Où en êtes-vous");

        await page.PassThroughAsync();
        await FailAndFollowTheSummaryAsync(page);
        await page.PickAsync("Démarrer");
        await NextAsync(page, "Plus précisément");
        await page.PickAsync("Une idée à clarifier");
        await NextAsync(page, "forme juridique");
        await page.PickAsync("Pas encore créée");
        await NextAsync(page, "nom");
        await page.TypeInAsync("Nom du projet", "Exemple d’atelier vélo");
        await NextAsync(page, "secteur principal");
        await page.PickAsync("Mobilité");
        await NextAsync(page, "commune");
        await FindToulAsync(page);
        await page.PickAsync("1 à 2");
        await NextAsync(page, "De quoi avez-vous besoin");
        await page.TypeInAsync("Titre", "Lancer un atelier vélo participatif");
        await page.TypeInAsync("Votre besoin", "Dix personnes sont prêtes, la mairie écoute, mais nous ne savons pas par où commencer.");
        await NextAsync(page, "thèmes");
        await page.TickByKeyAsync("Clarifier l’idée");
        await NextAsync(page, "échéance");
        await NextAsync(page, "déjà rencontré");
        await NextAsync(page, "vous joindre");
        await page.TypeInAsync("Prénom et nom", "Camille Exemple");
        await page.TypeInAsync("Adresse e-mail", "camille@example.org");
        await page.PickAsync("Par courriel");
        await NextAsync(page, "Vérifier et envoyer");
        browser.Portal.Clock.Advance(TimeSpan.FromMinutes(5));
        await page.PickAsync("PLUS choisit");
        await page.TickByKeyAsync("J’accepte");
        await page.EnterAsync("Envoyer ma demande à PLUS");

        await page.ShouldReadAsync("Votre demande est envoyée");
    }

    [Fact]
    public async Task Staff_choose_an_actor_and_send_the_request()
    {
        var offers = new[] { Samples.Offer(), Samples.Offer() };
        var request = A.Request().Build().InTriage().Matched(offers);
        await browser.StoreAsync(request, offers);
        var staff = await SignInAsync(PortalRoles.Staff);
        await staff.GotoAsync($"/admin/demandes/{request.Reference}");

        await staff.TickByKeyAsync("Choisir " + offers[0].Actor!.Name);
        await staff.EnterAsync("Choisir ces acteurs");
        await staff.EnterAsync("Envoyer la demande aux acteurs");
        await staff.TickByKeyAsync(offers[0].Actor!.Name);
        await staff.EnterAsync("Envoyer la demande");

        await staff.ShouldContainAsync("En attente de réponse");
    }

    [Fact]
    public async Task A_partner_takes_a_request()
    {
        var offer = Samples.Offer();
        var request = A.Request().Build();
        request.Sending(offer);
        await browser.StoreAsync(request, offer);
        var partner = await SignInAsync(PortalRoles.Partner, offer);
        await partner.GotoAsync("/partenaire");

        await partner.EnterAsync(request.Declared.Title);
        await partner.EnterAsync("Je m’en occupe");

        await partner.ShouldContainAsync(request.Contact.Email);
    }

    [Theory]
    [InlineData("<a href='#1'>Un</a> <a href='#2'>Deux</a> <a href='#3' tabindex='1'>Trois</a>", "goes back")]
    [InlineData("<main><form style='display: flex; flex-direction: column-reverse'><label>Un <input></label><label>Deux <input></label><button>Trois</button></form></main>", "goes up")]
    [InlineData("<button>Un</button><button onkeydown='event.preventDefault()'>Deux</button><button>Trois</button>", "never comes")]
    public async Task Order_against_the_reading_or_a_trap_is_reported(string wrong, string expected)
    {
        var page = await browser.NewPersonAsync();
        await page.SetContentAsync(wrong);

        var failure = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(async () =>
        {
            await page.TabToAsync("Un");
            await page.TabToAsync("Deux");
            await page.TabToAsync("Trois");
        });

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    /// <summary>A page sent without an answer: the summary takes the focus, and its link leads to the field.</summary>
    private static async Task FailAndFollowTheSummaryAsync(IPage page)
    {
        await page.EnterAsync(Continue);
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.matches('.error-summary')"), "The error summary does not take the focus.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.matches('main form input')"), "The link of the summary does not lead to the field.");
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.EvaluateAsync("() => { globalThis.plusBefore = null; }");
    }

    private static async Task NextAsync(IPage page, string heading)
    {
        await page.EnterAsync(Continue);
        await page.ShouldReadAsync(heading);
    }

    private static async Task FindToulAsync(IPage page)
    {
        await page.TypeInAsync("Commune", "toul");
        var wanted = page.GetByRole(AriaRole.Option, new() { NameRegex = new("^Toul \\(54200") });
        await wanted.WaitForAsync();
        for (var steps = 0; steps < 10 && await wanted.GetAttributeAsync("aria-selected") != "true"; steps++) await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await NextAsync(page, "emploie");
    }

    private async Task<IPage> SignInAsync(string role, SupportOffer? offer = null)
    {
        var email = $"clavier{A.Number()}@example.org";
        await browser.Portal.CreateUserAsync(email, role, offer?.ActorId);
        var person = await browser.NewPersonAsync();
        await person.SignInAsync(email, PortalFactory.Password);
        return person;
    }
}
