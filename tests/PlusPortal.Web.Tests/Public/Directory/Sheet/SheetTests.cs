using System.Net;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Public.Directory.Sheet;

/// <summary>The public sheet of an actor.</summary>
public sealed class SheetTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sheet_says_all_that_a_structure_needs()
    {
        var mark = PublicDirectory.Mark();
        var offer = await fixture.AddOfferAsync(mark, builder => builder.Covering("54", A.Metz.Epci!).Covering(TerritoryLevel.Commune, A.Toul.Commune, isExcluded: true)
            .ForStages(Stages.Developper).About(Themes.FonctionEmployeur).With(content => content with
            {
                LegalForms = [LegalForms.Scop],
                Sectors = [Sectors.Culture],
                Cost = "Gratuit",
                AnnouncedDelay = "Dix jours",
                HowToApply = "Par le formulaire de son site",
                WhatToPrepare = "Vos derniers comptes",
                Eligibility = new Eligibility { EmployerRequired = true, HeadcountMaxFte = 15, AmountMinEuros = 5_000, Membership = "conseillée", SeatInTerritory = true },
            }));

        var list = await fixture.NewBrowser().GetAsync($"/annuaire?texte={mark}");
        var page = await list.ClickAsync(mark);

        Assert.Equal($"/annuaire/{offer.Actor!.ImportKey}", page.Path);
        Assert.Equal(mark, PageText.Normalise(page.Document.QuerySelector("h1")!.TextContent));
        foreach (var words in new[]
        {
            "Conseil individuel", "Être employeur, gérer les RH", "Développer", "Scop", "Culture et patrimoine", "Gratuit", "Dix jours", "Par le formulaire de son site", "Vos derniers comptes",
            "La structure doit employer au moins une personne.", "Effectif : au plus 15 équivalents temps plein.", "Montant du besoin : au moins 5 000 €.", "Adhésion : conseillée.",
            "Le siège de la structure doit être dans le territoire.", "Meurthe-et-Moselle, Metz Métropole ; sauf Toul", "Fiche non vérifiée par l'acteur", "Disponibilité non confirmée par l'acteur", "Jamais confirmée par l'acteur",
            "Meurthe-et-Moselle (54) : une partie seulement", "Moselle (57) : une partie seulement", "Meuse (55) : non couvert",
        }) Assert.True(page.Has(words), words);
        Assert.Equal("/demande", page.Link("Demander à être orienté"));
    }

    [Fact]
    public async Task Nothing_private_is_on_any_public_page()
    {
        const string canary = "canari-prive";
        var offer = await fixture.AddOfferAsync(PublicDirectory.Mark(), builder => builder.With(content => content with { Title = "Une offre publique" }));
        await using (var db = fixture.NewContext())
        {
            await db.SupportActors.Where(actor => actor.Id == offer.ActorId).ExecuteUpdateAsync(set => set
                .SetProperty(actor => actor.EditorNote, canary + "-note")
                .SetProperty(actor => actor.ContactEmail, canary + "@example.org")
                .SetProperty(actor => actor.Website, $"https://{canary}.example.org/")
                .SetProperty(actor => actor.SourceConfidence, SourceConfidence.Medium), Ct);
        }

        foreach (var address in new[] { $"/annuaire?texte={offer.Actor!.Name}", $"/annuaire/{offer.Actor.ImportKey}" })
        {
            var page = await fixture.NewBrowser().GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains(offer.Actor.Name, page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(canary, page.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Medium", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Fiabilité", page.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Website_is_shown_once_a_person_has_opened_it()
    {
        var offer = await fixture.AddOfferAsync(PublicDirectory.Mark());
        await using (var db = fixture.NewContext())
        {
            var actor = (await db.SupportActors.FindAsync([offer.ActorId], Ct))!;
            actor.Edit(actor.Name, actor.Kind, actor.Circle, actor.Description, "https://ouvert.example.org/", websiteChecked: true, A.Day, A.Now);
            await db.SaveChangesAsync(Ct);
        }

        var page = await fixture.NewBrowser().GetAsync($"/annuaire/{offer.Actor!.ImportKey}");

        Assert.Equal("https://ouvert.example.org/", page.Link("https://ouvert.example.org/"));
    }

    [Fact]
    public async Task Offers_that_are_not_public_stay_out_of_the_sheet_and_a_suspended_one_says_so()
    {
        var actor = A.SupportActor().Named(PublicDirectory.Mark()).Build();
        A.SupportOffer().Of(actor).In(OfferState.Suspended).With(content => content with { Title = "Offre suspendue pour voir" }).Build();
        A.SupportOffer().Of(actor).In(OfferState.Draft).With(content => content with { Title = "Brouillon caché" }).Build();
        A.SupportOffer().Of(actor).In(OfferState.Archived).With(content => content with { Title = "Archive cachée" }).Build();
        await using (var db = fixture.NewContext())
        {
            db.Add(actor);
            await db.SaveChangesAsync(Ct);
        }

        var page = await fixture.NewBrowser().GetAsync($"/annuaire/{actor.ImportKey}");

        Assert.True(page.Has("Offre suspendue pour voir"));
        Assert.True(page.Has("Offre suspendue : informations à confirmer"));
        Assert.DoesNotContain("caché", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/annuaire/personne")]
    [InlineData("/annuaire/%27%20or%201=1")]
    public async Task Unknown_sheet_is_a_page_not_found(string address)
    {
        var page = await fixture.NewBrowser().GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.True(page.Has("Page introuvable"));
    }

    [Fact]
    public async Task Directory_is_one_press_from_the_home_page()
    {
        var home = await fixture.NewBrowser().GetAsync("/");

        Assert.Equal("/annuaire", (await home.ClickAsync("Parcourir l’annuaire")).Path);
        Assert.Equal("/annuaire", home.Link("Annuaire"));
    }
}
