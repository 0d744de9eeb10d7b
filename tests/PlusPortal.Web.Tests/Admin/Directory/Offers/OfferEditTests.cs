using System.Net;
using System.Text.Json;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Directory.Offers;

/// <summary>The form of an offer, as staff use it (partners have the same fields).</summary>
public sealed class OfferEditTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Save = "Enregistrer l’offre";
    private const string Near = "Intercommunalités et communes";

    [Fact]
    public async Task A_form_saved_as_it_is_says_exactly_what_the_offer_said()
    {
        var offer = await AddFullAsync();

        var answer = await (await OpenAsync(offer.Id)).Form(Save).SubmitAsync();

        Assert.Equal($"/admin/annuaire/{offer.ActorId}", answer.Path);
        AssertSame(Full, (await fixture.ReadOfferAsync(offer.Id)).Content);
    }

    [Fact]
    public void The_offer_of_that_test_says_everything_that_an_offer_can_say()
    {
        Assert.Empty(Unsaid(Full).Concat(Unsaid(Full.Eligibility)));

        static IEnumerable<string> Unsaid(object part) => part.GetType().GetProperties()
            .Where(property => property.CanWrite && property.GetValue(part) is null or false or IReadOnlyCollection<object> { Count: 0 })
            .Select(property => property.Name);
    }

    [Fact]
    public async Task Each_line_of_an_offer_is_shown_when_it_differs()
    {
        var offer = await AddFullAsync();
        var revision = await fixture.ProposeAsync(offer, _ => Bare);
        var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        var page = await browser.GetAsync($"/admin/modifications/{revision.Id}");

        var said = typeof(OfferContent).GetProperties().Concat(typeof(Eligibility).GetProperties()).Count(property => property.CanWrite && property.Name != nameof(OfferContent.Eligibility));
        Assert.Equal(said + 1, page.Document.QuerySelectorAll("tbody tr").Length); // the main support mode has a line of its own
    }

    [Fact]
    public async Task What_staff_change_is_stored_and_protected_from_the_next_import()
    {
        var offer = await fixture.AddOfferAsync();

        var answer = await (await OpenAsync(offer.Id)).Form(Save)
            .Fill("Titre de l’offre", " Prêt d’essai ")
            .Fill("Description", "Première ligne.\r\nSeconde ligne.")
            .Choose("Mode d’appui principal", "Prêt ou garantie")
            .Tick("Conseil individuel", "Autres modes d’appui")
            .Tick("Scop")
            .Fill("Effectif minimum, en équivalents temps plein", "0,5")
            .Fill("Montant du besoin, maximum en euros", "12 000")
            .Fill("Coût", "Gratuit")
            .FillDate("Dernier jour de l’appel à candidatures", new DateOnly(2026, 6, 30))
            .SubmitAsync();

        Assert.Equal($"/admin/annuaire/{offer.ActorId}", answer.Path);
        Assert.True(answer.Has("Prêt d’essai"));
        var stored = await fixture.ReadOfferAsync(offer.Id);
        Assert.True(stored.IsEdited);
        Assert.Equal(offer.Revision + 1, stored.Revision);
        Assert.Equal("Prêt d’essai", stored.Content.Title);
        Assert.Equal("Première ligne.\nSeconde ligne.", stored.Content.Description);
        Assert.Equal([SupportModes.PretGarantie, SupportModes.ConseilIndividuel], stored.Content.SupportModes);
        Assert.Equal([LegalForms.Scop], stored.Content.LegalForms);
        Assert.Equal(0.5m, stored.Content.Eligibility.HeadcountMinFte);
        Assert.Equal(12_000m, stored.Content.Eligibility.AmountMaxEuros);
        Assert.Equal("Gratuit", stored.Content.Cost);
        Assert.Equal(new DateOnly(2026, 6, 30), stored.Content.ClosesOn);
    }

    [Theory]
    [InlineData("Titre de l’offre", "", "Donnez un titre à l’offre : dites en quelques mots ce qu’elle apporte.")]
    [InlineData("Titre de l’offre", "#161", "Ce texte est trop long : 160 caractères au plus.")]
    [InlineData("Description", "", "Décrivez l’offre : ce que vous faites, pour qui, comment.")]
    [InlineData("Coût", "#501", "Ce texte est trop long : 500 caractères au plus.")]
    [InlineData("Effectif minimum, en équivalents temps plein", "-1", "Indiquez un effectif entre 0 et 100 000.")]
    [InlineData("Effectif minimum, en équivalents temps plein", "deux", "« deux » n’est pas une réponse possible ici. Corrigez-la, puis continuez.")]
    [InlineData(Near, "Nulle-Part-sur-Rien", "Ligne 1 : « Nulle-Part-sur-Rien » n’est ni une commune ni une intercommunalité. Vérifiez le nom, ou indiquez son code INSEE ou son SIREN.")]
    public async Task Each_mistake_has_its_sentence_and_what_was_typed_stays(string label, string typed, string sentence)
    {
        var offer = await fixture.AddOfferAsync();
        var value = typed.StartsWith('#') ? new string('a', int.Parse(typed[1..])) : typed;

        var answer = await (await OpenAsync(offer.Id)).Form(Save).Fill(label, value).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(PageText.Normalise(sentence), answer.ErrorOf(label));
        Assert.Contains(PageText.Normalise(sentence), answer.Errors);
        Assert.StartsWith("Erreur", answer.Title, StringComparison.Ordinal);
        Assert.Equal(value, answer.Form(Save).Value(label));
        Assert.Equal(offer.Revision, (await fixture.ReadOfferAsync(offer.Id)).Revision);
    }

    [Fact]
    public async Task Lists_that_must_not_be_empty_say_so_and_each_error_leads_to_its_field()
    {
        var offer = await fixture.AddOfferAsync();

        var answer = await (await OpenAsync(offer.Id)).Form(Save)
            .Untick("Démarrer").Untick("Développer").Untick("Transformer").Untick("Modèle économique").Untick("Meurthe-et-Moselle")
            .SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(3, answer.Errors.Count);
        foreach (var link in answer.Document.QuerySelectorAll(".error-summary a"))
        {
            var target = answer.Document.GetElementById(link.GetAttribute("href")![1..]);
            Assert.True(target is not null, $"« {link.TextContent} » leads to {link.GetAttribute("href")}, which is not on the page.");
        }
    }

    [Fact]
    public async Task A_sub_stage_needs_its_stage()
    {
        var offer = await fixture.AddOfferAsync(builder => builder.ForStages(Stages.Developper));

        var answer = await (await OpenAsync(offer.Id)).Form(Save).Tick("Une idée à clarifier").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["Une sous-étape cochée appartient à une étape qui ne l'est pas. Cochez l'étape, ou décochez la sous-étape."], answer.Errors);
        Assert.True(answer.Form(Save).IsOn("Une idée à clarifier"));
    }

    [Theory]
    [InlineData("Effectif minimum, en équivalents temps plein", "Effectif maximum, en équivalents temps plein")]
    [InlineData("Ancienneté minimum, en mois", "Ancienneté maximum, en mois")]
    [InlineData("Budget annuel minimum, en euros", "Budget annuel maximum, en euros")]
    [InlineData("Montant du besoin, minimum en euros", "Montant du besoin, maximum en euros")]
    public async Task A_maximum_is_not_below_its_minimum(string least, string most)
    {
        var offer = await fixture.AddOfferAsync();

        var answer = await (await OpenAsync(offer.Id)).Form(Save).Fill(least, "10").Fill(most, "9").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Le maximum est plus petit que le minimum. Vérifiez les deux nombres.", answer.ErrorOf(most));
    }

    [Theory]
    [InlineData("31", "2", "2026", "Cette date n’existe pas. Écrivez-la en chiffres, par exemple 31, puis 3, puis 2027.")]
    [InlineData("31", "", "2026", "Indiquez aussi le mois de cette date, ou videz les trois cases.")]
    public async Task Half_a_date_has_its_sentence_and_stays(string day, string month, string year, string sentence)
    {
        var offer = await fixture.AddOfferAsync();

        var answer = await (await OpenAsync(offer.Id)).Form(Save)
            .Without("Form.Offer.ClosesOn.Day").With("Form.Offer.ClosesOn.Day", day).Without("Form.Offer.ClosesOn.Month").With("Form.Offer.ClosesOn.Month", month)
            .Without("Form.Offer.ClosesOn.Year").With("Form.Offer.ClosesOn.Year", year).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(PageText.Normalise(sentence), answer.ErrorOf("Dernier jour de l’appel à candidatures"));
        Assert.Equal(day, answer.Document.QuerySelector("[name='Form.Offer.ClosesOn.Day']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_call_does_not_close_before_it_opens()
    {
        var offer = await fixture.AddOfferAsync();

        var answer = await (await OpenAsync(offer.Id)).Form(Save)
            .FillDate("Premier jour de l’appel à candidatures", new DateOnly(2026, 6, 30)).FillDate("Dernier jour de l’appel à candidatures", new DateOnly(2026, 6, 1)).SubmitAsync();

        Assert.Equal("L'appel ne peut pas se terminer avant d'avoir commencé. Vérifiez les deux dates.", answer.ErrorOf("Dernier jour de l’appel à candidatures"));
        Assert.Equal("2026", answer.Document.QuerySelector("[name='Form.Offer.OpensOn.Year']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task One_qualification_is_not_both_asked_and_refused()
    {
        var offer = await fixture.AddOfferAsync();

        var answer = await (await OpenAsync(offer.Id)).Form(Save)
            .Tick("Entreprise adaptée", "Agréments demandés").Tick("Entreprise adaptée", "Agréments qui excluent").SubmitAsync();

        Assert.Equal(["Un même agrément ne peut pas être à la fois demandé et exclu."], answer.Errors);
    }

    [Fact]
    public async Task A_qualification_opens_nothing_when_every_legal_form_is_accepted()
    {
        var offer = await fixture.AddOfferAsync();
        const string question = "Agréments qui ouvrent l’offre aux autres formes juridiques";

        var refused = await (await OpenAsync(offer.Id)).Form(Save).Tick("Entreprise adaptée", question).SubmitAsync();
        Assert.StartsWith("Toutes les formes juridiques sont acceptées", refused.ErrorOf(question), StringComparison.Ordinal);

        await refused.Form(Save).Tick("Scop").SubmitAsync();
        Assert.Equal([Qualifications.EntrepriseAdaptee], (await fixture.ReadOfferAsync(offer.Id)).Content.Eligibility.AcceptedQualifications);
    }

    [Theory]
    [InlineData("Toul", TerritoryLevel.Commune, "54528")]
    [InlineData("54528", TerritoryLevel.Commune, "54528")]
    [InlineData("Toul (54528)", TerritoryLevel.Commune, "54528")]
    [InlineData("saint-nicolas de port", TerritoryLevel.Commune, "54483")]
    [InlineData("CC Terres Touloises", TerritoryLevel.Epci, "200070563")]
    [InlineData("cc terres touloises", TerritoryLevel.Epci, "200070563")]
    [InlineData("200 070 563", TerritoryLevel.Epci, "200070563")]
    [InlineData("Bas-Rhin (67)", TerritoryLevel.Departement, "67")]
    [InlineData("02285", TerritoryLevel.Commune, "59545")]
    public async Task A_territory_is_understood_by_name_or_by_code(string line, TerritoryLevel level, string code)
    {
        var offer = await fixture.AddOfferAsync();

        await (await OpenAsync(offer.Id)).Form(Save).Untick("Meurthe-et-Moselle").Fill(Near, line + "\r\n\r\n").SubmitAsync();

        Assert.Equal([new CoverageZone(level, code)], (await fixture.ReadOfferAsync(offer.Id)).Content.Coverage);
    }

    [Fact]
    public async Task A_name_that_several_communes_bear_asks_which_one()
    {
        var offer = await fixture.AddOfferAsync();

        var answer = await (await OpenAsync(offer.Id)).Form(Save).Fill(Near, "Toul\r\nSainte-Colombe").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith("Ligne 2 : plusieurs territoires s'appellent « Sainte-Colombe ». Recopiez le bon :", answer.ErrorOf(Near), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_line_is_named_at_once()
    {
        var offer = await fixture.AddOfferAsync();

        var answer = await (await OpenAsync(offer.Id)).Form(Save).Fill(Near, "Nulle-Part\r\nToul\r\nRien-du-Tout").SubmitAsync();

        Assert.Contains("Ligne 1 : « Nulle-Part »", answer.ErrorOf(Near), StringComparison.Ordinal);
        Assert.Contains("Ligne 3 : « Rien-du-Tout »", answer.ErrorOf(Near), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wider_territory_may_have_holes()
    {
        var offer = await fixture.AddOfferAsync();

        await (await OpenAsync(offer.Id)).Form(Save).Untick("Meurthe-et-Moselle").Tick("Toute la région Grand Est").Fill("Sauf", "Meuse (55)\r\nToul").SubmitAsync();

        Assert.Equal(
            [new(TerritoryLevel.Region, "44"), new(TerritoryLevel.Departement, "55", true), new(TerritoryLevel.Commune, "54528", true)],
            (await fixture.ReadOfferAsync(offer.Id)).Content.Coverage);
        var page = await OpenAsync(offer.Id);
        Assert.Equal("Meuse (55)\nToul (54528)", page.Form(Save).Value("Sauf"));
        Assert.True(page.Form(Save).IsOn("Toute la région Grand Est"));
    }

    [Fact]
    public async Task The_second_to_save_sees_what_differs_and_loses_nothing_typed()
    {
        var offer = await fixture.AddOfferAsync();
        var first = await OpenAsync(offer.Id);
        var second = await OpenAsync(offer.Id);
        await first.Form(Save).Fill("Coût", "Payant").SubmitAsync();

        var answer = await second.Form(Save).Fill("Délai avant une première réponse", "Une semaine").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        var changes = answer.Document.QuerySelectorAll("tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => PageText.Normalise(cell.TextContent)))).ToList();
        Assert.Equal(["Coût | Payant | (vide)", "Délai annoncé | (vide) | Une semaine"], changes);
        Assert.Equal("Une semaine", answer.Form(Save).Value("Délai avant une première réponse"));
        Assert.Equal("Payant", (await fixture.ReadOfferAsync(offer.Id)).Content.Cost);

        await answer.Form(Save).Fill("Coût", "Payant").SubmitAsync();
        var stored = (await fixture.ReadOfferAsync(offer.Id)).Content;
        Assert.Equal("Payant", stored.Cost);
        Assert.Equal("Une semaine", stored.AnnouncedDelay);
    }

    [Fact]
    public async Task An_archived_offer_is_not_edited_any_more()
    {
        var offer = await fixture.AddOfferAsync(builder => builder.In(OfferState.Archived));

        var answer = await (await OpenAsync(offer.Id)).Form(Save).Fill("Coût", "Gratuit").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.True(answer.Has("Cette offre est archivée"));
        Assert.Null((await fixture.ReadOfferAsync(offer.Id)).Content.Cost);
    }

    [Theory]
    [InlineData("Form.Offer.Themes", "inventé")]
    [InlineData("Form.Offer.WideZones", "99")]
    [InlineData("Form.Offer.LegalForms", "<script>")]
    public async Task A_code_that_is_in_no_list_is_refused(string name, string value)
    {
        var offer = await fixture.AddOfferAsync();

        var answer = await (await OpenAsync(offer.Id)).Form(Save).With(name, value).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(offer.Revision, (await fixture.ReadOfferAsync(offer.Id)).Revision);
    }

    [Fact]
    public async Task State_and_owner_cannot_be_posted_with_the_content()
    {
        var offer = await fixture.AddOfferAsync(builder => builder.In(OfferState.Draft));

        await (await OpenAsync(offer.Id)).Form(Save).With("Form.State", "Published").With("State", "Published").With("Form.ActorId", $"{Guid.NewGuid()}").SubmitAsync();

        var stored = await fixture.ReadOfferAsync(offer.Id);
        Assert.Equal(OfferState.Draft, stored.State);
        Assert.Equal(offer.ActorId, stored.ActorId);
    }

    private static OfferContent Bare => new()
    {
        Title = "Offre nue",
        Description = "Rien.",
        Stages = [Stages.Transformer],
        Themes = [Themes.FondsPropres],
        SupportModes = [SupportModes.FondsPropres],
        Coverage = [new(TerritoryLevel.Departement, "57")],
    };

    private static OfferContent Full => new()
    {
        Title = "Offre entière",
        Description = "Une offre qui dit tout.\nSur deux lignes.",
        Stages = [Stages.Developper, Stages.Demarrer],
        SubStages = [SubStages.Creation, SubStages.Consolidation],
        Themes = [Themes.PretGarantie, Themes.IdeeFaisabilite, Themes.TransitionEcologique],
        SupportModes = [SupportModes.PretGarantie, SupportModes.ConseilIndividuel],
        LegalForms = [LegalForms.Scop, LegalForms.AssociationLoi1901],
        Sectors = [Sectors.Culture],
        Coverage =
        [
            new(TerritoryLevel.Departement, "54"), new(TerritoryLevel.Departement, "88"), new(TerritoryLevel.Epci, "200039865"), new(TerritoryLevel.Commune, "55029"),
            new(TerritoryLevel.Departement, "67"), new(TerritoryLevel.Region, "27"), new(TerritoryLevel.Commune, "54528", true),
        ],
        Eligibility = new Eligibility
        {
            EmployerRequired = true,
            HeadcountMinFte = 0.5m,
            HeadcountMaxFte = 15,
            BudgetMinEuros = 10_000,
            BudgetMaxEuros = 1_500_000.5m,
            AgeMinMonths = 3,
            AgeMaxMonths = 120,
            AcceptedQualifications = [Qualifications.SiaeEi],
            RequiredQualifications = [Qualifications.SiaeAci, Qualifications.EntrepriseAdaptee],
            ExcludedQualifications = [Qualifications.AgrementJepSport],
            NotInInsolvency = true,
            SeatInTerritory = true,
            AmountMinEuros = 30_000,
            AmountMaxEuros = 60_000,
            Membership = "Adhésion demandée",
            Profile = "Demandeurs d’emploi",
            OtherConditions = "Autre\nchose",
        },
        Cost = "Gratuit",
        HowToApply = "En ligne",
        WhatToPrepare = "Un budget",
        AnnouncedDelay = "Deux semaines",
        OpensOn = new DateOnly(2026, 1, 5),
        ClosesOn = new DateOnly(2026, 2, 15),
        WindowNote = "Appel annuel",
    };

    private async Task<SupportOffer> AddFullAsync()
    {
        var actor = A.SupportActor().Build();
        var offer = actor.AddOffer($"offre-entiere-{A.Number()}", Full, OfferState.Published, A.Now);
        await using var db = fixture.NewContext();
        db.Add(actor);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return offer;
    }

    /// <summary>Same content; boxes have no order, save the main support mode, which comes first.</summary>
    private static void AssertSame(OfferContent expected, OfferContent actual)
    {
        Assert.Equal(expected.SupportModes, actual.SupportModes);
        Assert.True(ContentComparison.AreSame(Sorted(expected), Sorted(actual)), JsonSerializer.Serialize(Sorted(expected)) + "\n" + JsonSerializer.Serialize(Sorted(actual)));
    }

    private static OfferContent Sorted(OfferContent content) => content with
    {
        Stages = [.. content.Stages.Order()],
        SubStages = [.. content.SubStages.Order()],
        Themes = [.. content.Themes.Order()],
        LegalForms = [.. content.LegalForms.Order()],
        Sectors = [.. content.Sectors.Order()],
        Coverage = [.. content.Coverage.OrderBy(zone => zone.Level).ThenBy(zone => zone.Code, StringComparer.Ordinal)],
        Eligibility = content.Eligibility with
        {
            AcceptedQualifications = [.. content.Eligibility.AcceptedQualifications.Order()],
            RequiredQualifications = [.. content.Eligibility.RequiredQualifications.Order()],
            ExcludedQualifications = [.. content.Eligibility.ExcludedQualifications.Order()],
        },
    };

    private async Task<HtmlPage> OpenAsync(Guid offerId)
    {
        var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        return await browser.GetAsync($"/admin/annuaire/offres/{offerId}/modifier");
    }
}
