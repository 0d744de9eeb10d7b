using System.Net;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Requests.Correcting;

/// <summary>Staff correct what was declared; the declaration is kept beside.</summary>
public sealed class CorrectionTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Save = "Enregistrer la correction";

    [Fact]
    public async Task Correction_stands_beside_the_declaration_and_the_search_follows_it()
    {
        var request = A.Request().Build().InTriage();
        var tracking = await fixture.TrackAsync(request);
        var (staff, me, name) = await fixture.StaffMemberAsync();
        var form = await OpenFormAsync(staff, request);
        Assert.Equal("Toul", form.Form(Save).Value("Commune"));

        var page = await form.Form(Save)
            .Choose("Étape", "Démarrer").Choose("Sous-étape", "Démarrer : Une faisabilité à étudier")
            .Untick("Modèle économique").Tick(Themes.All.LabelOf(Themes.PretGarantie))
            .Fill("Commune", "Metz")
            .SubmitAsync();

        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((Stages.Developper, SubStages.Consolidation, "54528"), (stored.Declared.Stage, stored.Declared.SubStage, stored.Declared.Place.Commune));
        Assert.Equal([Themes.ModeleEconomique], stored.Declared.Themes);
        Assert.Equal((Stages.Demarrer, SubStages.EtudeFaisabilite, "57463", "57"), (stored.Stage, stored.SubStage, stored.CommuneCode, stored.Departement));
        Assert.Equal([Themes.PretGarantie], stored.Themes);
        Assert.Equal(me, stored.Correction!.ById);
        Assert.NotNull(stored.Matching);
        Assert.True(page.Has("La correction est enregistrée, la déclaration est conservée."));
        foreach (var text in new[] { "Déclaré : Développer : Une activité à consolider", "Corrigé : Démarrer : Une faisabilité à étudier", "Déclaré : Toul (54)", "Corrigé : Metz (57)" }) Assert.True(page.Has(text), text);
        Assert.True(page.Has($"Dernière correction par {name}"));
        Assert.True(page.Has($"{name} a corrigé l’étape, les thèmes ou la commune. La déclaration est conservée."));
        var structure = await fixture.NewBrowser().GetAsync(tracking);
        Assert.True(structure.Has("Metz"));
        Assert.True(structure.Has("Toul"));
    }

    [Fact]
    public async Task What_equals_the_declaration_is_no_correction()
    {
        var request = A.Request().Build().InTriage();
        await fixture.StoreAsync(request);
        using var staff = await fixture.StaffAsync();
        var corrected = await (await OpenFormAsync(staff, request)).Form(Save).Fill("Commune", "Metz").SubmitAsync();
        Assert.NotNull((await fixture.ReadAsync(request.Id)).Correction!.Place);

        await (await corrected.ClickAsync("Corriger l’étape, les thèmes ou la commune")).Form(Save).Fill("Commune", "Toul").SubmitAsync();

        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal("54528", stored.CommuneCode);
        Assert.True(stored.Correction is { Place: null, Stage: null, SubStage: null, Themes: null });
    }

    [Fact]
    public async Task Communes_of_one_name_are_put_to_a_choice_and_nothing_typed_is_lost()
    {
        var request = A.Request().Build().InTriage();
        await fixture.StoreAsync(request);
        var form = await OpenFormAsync(await fixture.StaffAsync(), request);

        var choice = await form.Form(Save).Choose("Étape", "Démarrer").Choose("Sous-étape", "Démarrer : Une idée à clarifier").Fill("Commune", "Saint-Martin").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, choice.Status);
        Assert.Equal("Plusieurs communes correspondent. Choisissez la bonne dans la liste.", choice.ErrorOf("Quelle commune ?"));
        Assert.True(choice.Form(Save).IsOn("Démarrer", "Étape"));
        var first = choice.Document.QuerySelectorAll("fieldset").Single(item => PageText.Normalise(item.QuerySelector("legend")?.TextContent) == "Quelle commune ?").QuerySelector("label")!;
        await choice.Form(Save).Choose("Quelle commune ?", PageText.Normalise(first.TextContent)).SubmitAsync();
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal(Stages.Demarrer, stored.Stage);
        Assert.NotEqual("54528", stored.CommuneCode);
    }

    [Fact]
    public async Task Each_wrong_value_gets_its_sentence()
    {
        var request = A.Request().Build().InTriage();
        await fixture.StoreAsync(request);
        var form = await OpenFormAsync(await fixture.StaffAsync(), request);

        var mismatch = await form.Form(Save).Choose("Étape", "Transformer").SubmitAsync();
        var many = await (await form.ReloadAsync()).Form(Save).Tick(Themes.All.LabelOf(Themes.PretGarantie)).Tick(Themes.All.LabelOf(Themes.TresorerieUrgence)).Tick(Themes.All.LabelOf(Themes.MicrocreditPretHonneur)).SubmitAsync();
        var nowhere = await (await form.ReloadAsync()).Form(Save).Fill("Commune", "Nullepartville").SubmitAsync();
        var empty = await (await form.ReloadAsync()).Form(Save).Fill("Commune", " ").SubmitAsync();

        Assert.Equal("Cette sous-étape ne va pas avec l'étape choisie. Choisissez-en une autre, ou aucune.", mismatch.ErrorOf("Sous-étape"));
        Assert.Equal("Gardez 3 thèmes au plus.", many.ErrorOf("Thèmes"));
        Assert.Equal("Aucune commune ne porte ce nom ni ce code postal. Vérifiez l'orthographe, ou essayez le code postal.", nowhere.ErrorOf("Commune"));
        Assert.Equal("Nullepartville", nowhere.Form(Save).Value("Commune"));
        Assert.Equal("Indiquez la commune, par son nom ou son code postal.", empty.ErrorOf("Commune"));
        Assert.All(new[] { mismatch, many, nowhere, empty }, page => Assert.Equal(HttpStatusCode.BadRequest, page.Status));
        Assert.Null((await fixture.ReadAsync(request.Id)).Correction);
    }

    private static async Task<HtmlPage> OpenFormAsync(PortalBrowser staff, OrientationRequest request) =>
        await (await staff.GetAsync(RequestScene.Address(request))).ClickAsync("Corriger l’étape, les thèmes ou la commune");
}
