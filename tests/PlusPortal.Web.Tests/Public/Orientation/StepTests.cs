using System.Net;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Public.Orientation;

/// <summary>Each page: what it shows, each of its errors, what it keeps.</summary>
public sealed class StepTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Summary_lists_the_mistakes_in_the_order_of_the_fields()
    {
        var page = await Walk.ToAsync(fixture.Portal, "besoin");

        var answer = await page.Form(Walk.Continue).Fill("Titre", "").Fill("Votre besoin", "").SubmitAsync();

        Assert.Equal(["Title", "Need"], answer.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")![1..]));
    }

    [Theory]
    [InlineData("etape", "Où en êtes-vous ?", 1)]
    [InlineData("sous-etape", "Plus précisément, de quoi s'agit-il ?", 2)]
    [InlineData("forme-juridique", "Quelle est la forme juridique de votre structure ?", 3)]
    [InlineData("structure", "Quelle est votre structure ?", 4)]
    [InlineData("secteur", "Quel est votre secteur principal ?", 5)]
    [InlineData("commune", "Dans quelle commune est votre structure ?", 6)]
    [InlineData("taille", "Quelle est la taille de votre structure ?", 7)]
    [InlineData("besoin", "De quoi avez-vous besoin ?", 8)]
    [InlineData("themes", "Sur quels thèmes cherchez-vous un appui ?", 9)]
    [InlineData("echeance", "Avez-vous une échéance ?", 10)]
    [InlineData("deja-rencontres", "Qui avez-vous déjà rencontré ?", 11)]
    [InlineData("contact", "Comment vous joindre ?", 12)]
    [InlineData("verification", "Vérifier et envoyer", 13)]
    public async Task Page_asks_one_question_and_says_where_one_is(string slug, string heading, int number)
    {
        var page = await Walk.ToAsync(fixture.Portal, slug);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(heading, page.Heading);
        Assert.Equal($"{heading} – étape {number} sur 13 – PLUS", page.Title);
        Assert.True(page.Has($"Étape {number} sur 13"));
        Assert.Empty(page.Errors);
        var first = page.Document.QuerySelector("main > *")!;
        Assert.Equal(("A", "back-link"), (first.TagName, first.ClassName));
        Assert.StartsWith("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("etape", "Où en êtes-vous ?", "Choisissez ce qui ressemble le plus")]
    [InlineData("sous-etape", "Plus précisément, de quoi s'agit-il ?", "Choisissez une réponse de la liste")]
    [InlineData("forme-juridique", "Quelle est la forme juridique de votre structure ?", "Choisissez une forme juridique")]
    [InlineData("structure", "Nom de la structure", "Indiquez le nom de votre structure")]
    [InlineData("secteur", "Quel est votre secteur principal ?", "Choisissez le secteur principal")]
    [InlineData("commune", "Commune", "Indiquez une commune, par son nom")]
    [InlineData("taille", "Équivalents temps plein salariés", "Choisissez une réponse")]
    [InlineData("besoin", "Titre", "Donnez un titre à votre besoin")]
    [InlineData("besoin", "Votre besoin", "Décrivez votre besoin")]
    [InlineData("themes", "Projet et stratégie", null)]
    [InlineData("contact", "Prénom et nom", "Indiquez votre prénom et votre nom")]
    [InlineData("contact", "Adresse e-mail", "Indiquez votre adresse e-mail")]
    [InlineData("contact", "Comment préférez-vous échanger ?", "Choisissez comment nous vous contactons")]
    public async Task Nothing_answered_gets_a_sentence_at_the_top_and_beside_the_field(string slug, string field, string? sentence)
    {
        var page = await Walk.ToAsync(fixture.Portal, slug);

        var answer = await page.Form(Walk.Continue).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith("Erreur : ", answer.Title, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Errors);
        AssertLinksLead(answer);
        if (sentence is null) return;
        Assert.StartsWith(sentence, answer.ErrorOf(field), StringComparison.Ordinal);
        Assert.Contains(answer.Errors, error => error.StartsWith(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("etape", "Stage", "inventee")]
    [InlineData("sous-etape", "SubStage", "changement-statut")]
    [InlineData("forme-juridique", "LegalForm", "inventee")]
    [InlineData("secteur", "MainSector", "inventee")]
    [InlineData("taille", "StaffBand", "inventee")]
    [InlineData("taille", "BudgetBand", "inventee")]
    [InlineData("taille", "AgeBand", "inventee")]
    [InlineData("themes", "Themes", "inventee")]
    [InlineData("contact", "Channel", "inventee")]
    [InlineData("contact", "Slot", "inventee")]
    [InlineData("structure", "Qualifications", "inventee")]
    public async Task Answer_that_is_not_on_offer_is_refused(string slug, string name, string value)
    {
        var page = await Walk.ToAsync(fixture.Portal, slug);

        var answer = await page.Form(Walk.Continue).Without(name).With(name, value).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Errors);
        Assert.EndsWith(slug, answer.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12345678", "Un SIREN compte 9 chiffres")]
    [InlineData("123 456 789", "Un chiffre de ce numéro est faux")]
    [InlineData("123 456 782 00011", "Un chiffre de ce numéro est faux")]
    [InlineData("W54", "Un numéro RNA s'écrit W suivi de 9 chiffres")]
    public async Task Wrong_number_is_explained_and_kept(string number, string sentence)
    {
        var page = await Walk.ToAsync(fixture.Portal, "structure");

        var answer = await page.Form(Walk.Continue).Fill("Nom de la structure", "Essai").Fill("Numéro SIREN, SIRET ou RNA", number).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith(sentence, answer.ErrorOf("Numéro SIREN, SIRET ou RNA"), StringComparison.Ordinal);
        Assert.Equal(number, answer.Form(Walk.Continue).Value("Numéro SIREN, SIRET ou RNA"));
        Assert.Equal("Essai", answer.Form(Walk.Continue).Value("Nom de la structure"));
    }

    [Theory]
    [InlineData("123456782", "123 456 782")]
    [InlineData("123.456.782.00010", "123 456 782 00010")]
    [InlineData("w543001234", "W543001234")]
    public async Task Right_number_is_kept_as_people_write_it(string number, string shown)
    {
        var page = await Walk.ToAsync(fixture.Portal, "verification", change: new()
        {
            ["structure"] = form => form.Fill("Nom de la structure", "Essai").Fill("Numéro SIREN, SIRET ou RNA", number),
        });

        Assert.True(page.Has(shown), page.Text);
    }

    [Fact]
    public async Task Project_is_asked_neither_number_nor_budget_and_may_have_no_name()
    {
        var asProject = new Dictionary<string, Action<HtmlForm>>
        {
            ["etape"] = form => form.Choose("Démarrer"),
            ["sous-etape"] = form => form.Choose("Une idée à clarifier"),
            ["forme-juridique"] = form => form.Choose("Pas encore créée (porteur de projet, collectif)"),
            ["structure"] = _ => { },
            ["taille"] = form => form.Choose("Aucun salarié"),
        };
        var structure = await Walk.ToAsync(fixture.Portal, "structure", change: asProject);
        Assert.Equal("Votre projet a-t-il un nom ?", structure.Heading);
        Assert.False(structure.Form(Walk.Continue).Has("Numéro SIREN, SIRET ou RNA"));

        var size = await Walk.OnToAsync(structure, "taille", asProject);
        Assert.False(size.Form(Walk.Continue).Has("Budget annuel"));

        var sent = await (await size.Form(Walk.Continue).Choose("Aucun salarié").With("BudgetBand", "10k-50k").SubmitAsync()).Browser.GetAsync(size.Path);
        var check = await Walk.OnToAsync(sent, "verification", asProject);
        Assert.True(check.Has("Nom du projet"));
        Assert.False(check.Has("Budget annuel"));
        Assert.False(check.Has("SIREN"));
    }

    [Fact]
    public async Task Unknown_stage_skips_the_sub_stage_and_shortens_the_form()
    {
        var page = await Walk.ToAsync(fixture.Portal, "forme-juridique", change: new() { ["etape"] = form => form.Choose("Je ne sais pas") });

        Assert.True(page.Has("Étape 2 sur 12"));
        var deep = await page.Browser.GetAsync(page.Path.Replace("forme-juridique", "sous-etape", StringComparison.Ordinal));
        Assert.EndsWith("/forme-juridique", deep.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overlong_need_is_counted_as_stored_and_kept_to_the_last_letter()
    {
        var page = await Walk.ToAsync(fixture.Portal, "besoin");
        var text = "é" + new string('x', Declaration.NeedLength - 1) + "\nfin";

        var answer = await page.Form(Walk.Continue).Fill("Titre", "Trop long").Fill("Votre besoin", text).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Votre texte fait 4 004 caractères, nous en gardons 4 000. Retirez-en 4 : rien n'est effacé.", answer.ErrorOf("Votre besoin"));
        Assert.Equal(text, answer.Form(Walk.Continue).Value("Votre besoin").ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Need_of_exactly_the_limit_passes_with_line_breaks_counted_once_and_unprintable_characters_left_out()
    {
        var page = await Walk.ToAsync(fixture.Portal, "besoin");
        var text = string.Concat(Enumerable.Repeat("ligne\n", Declaration.NeedLength / 6)) + "suite";
        var exact = text[..^5] + new string('x', Declaration.NeedLength - text.Length + 5);
        Assert.Equal(Declaration.NeedLength, exact.Length);

        var answer = await page.Form(Walk.Continue).Fill("Titre", "Juste\u0001 assez").Fill("Votre besoin", exact + "\u0007").SubmitAsync();

        Assert.Equal("/themes", "/" + Walk.SlugOf(answer));
        var again = await answer.ClickAsync("Retour");
        Assert.Equal("Juste assez", again.Form(Walk.Continue).Value("Titre"));
        Assert.Equal(exact, again.Form(Walk.Continue).Value("Votre besoin").ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Short_need_gets_a_sentence_and_the_privacy_warning_stands_above_the_field()
    {
        var page = await Walk.ToAsync(fixture.Portal, "besoin");
        var body = page.Body;
        Assert.True(body.IndexOf("Ne citez pas d’autres personnes", StringComparison.Ordinal) is var warning && warning > 0 && warning < body.IndexOf("<textarea", StringComparison.Ordinal));

        var answer = await page.Form(Walk.Continue).Fill("Titre", "Aide").Fill("Votre besoin", "Aidez-nous.").SubmitAsync();

        Assert.StartsWith("Dites-en un peu plus", answer.ErrorOf("Votre besoin"), StringComparison.Ordinal);
        Assert.Null(answer.ErrorOf("Titre"));
        Assert.Equal("Aidez-nous.", answer.Form(Walk.Continue).Value("Votre besoin"));
    }

    [Fact]
    public async Task Markup_in_a_text_is_shown_as_text()
    {
        var check = await Walk.ToAsync(fixture.Portal, "verification", change: new()
        {
            ["besoin"] = form => form.Fill("Titre", "<b>gras</b>").Fill("Votre besoin", "</textarea><script>alert(1)</script> et trente caractères au moins."),
        });

        Assert.True(check.Has("<b>gras</b>"));
        Assert.True(check.Has("</textarea><script>alert(1)</script>"));
        Assert.Empty(check.Document.QuerySelectorAll("main script, main b"));
    }

    [Fact]
    public async Task Four_themes_are_too_many_and_stay_ticked()
    {
        var page = await Walk.ToAsync(fixture.Portal, "themes");

        var answer = await page.Form(Walk.Continue).Tick("Modèle économique").Tick("Formation").Tick("Emploi partagé").Tick("Transition écologique").SubmitAsync();

        Assert.Equal("Vous avez coché 4 thèmes. Gardez les trois plus importants : décochez les autres.", Assert.Single(answer.Errors));
        var form = answer.Form(Walk.Continue);
        Assert.True(form.IsOn("Modèle économique") && form.IsOn("Formation") && form.IsOn("Emploi partagé") && form.IsOn("Transition écologique"));
        AssertLinksLead(answer);
    }

    [Fact]
    public async Task Themes_and_not_knowing_exclude_each_other()
    {
        var page = await Walk.ToAsync(fixture.Portal, "themes");

        var both = await page.Form(Walk.Continue).Tick("Formation").Tick("Je ne sais pas").SubmitAsync();
        var unknown = await both.Form(Walk.Continue).Untick("Formation").SubmitAsync();

        Assert.StartsWith("Gardez vos thèmes, ou « Je ne sais pas »", Assert.Single(both.Errors), StringComparison.Ordinal);
        Assert.EndsWith("/echeance", unknown.Path, StringComparison.Ordinal);
        Assert.True((await unknown.ClickAsync("Retour")).Form(Walk.Continue).IsOn("Je ne sais pas"));
    }

    [Fact]
    public async Task Main_sector_and_two_others_at_most()
    {
        var page = await Walk.ToAsync(fixture.Portal, "secteur");

        var tooMany = await page.Form(Walk.Continue)
            .Choose("Quel est votre secteur principal ?", "Mobilité")
            .Tick("Numérique", "Autres secteurs").Tick("Énergie", "Autres secteurs").Tick("Tourisme et hébergement", "Autres secteurs").Tick("Mobilité", "Autres secteurs")
            .SubmitAsync();
        var fine = await tooMany.Form(Walk.Continue).Untick("Énergie", "Autres secteurs").SubmitAsync();

        Assert.StartsWith("Gardez deux autres secteurs au plus", tooMany.ErrorOf("Autres secteurs"), StringComparison.Ordinal);
        Assert.Equal("commune", Walk.SlugOf(fine));
    }

    [Theory]
    [InlineData("31", "2", "2027", "Cette date n'existe pas.")]
    [InlineData("un", "3", "2027", "Cette date n'existe pas.")]
    [InlineData("", "3", "2027", "Indiquez aussi le jour de cette date")]
    [InlineData("1", "", "", "Indiquez aussi le mois et l'année de cette date")]
    [InlineData("1", "3", "2026", "Cette date est passée.")]
    [InlineData("1", "3", "2126", "Cette date est très lointaine.")]
    public async Task Wrong_deadline_is_explained_and_kept(string day, string month, string year, string sentence)
    {
        var page = await Walk.ToAsync(fixture.Portal, "echeance");

        var answer = await page.Form(Walk.Continue).Fill("Jour", day).Fill("Mois", month).Fill("Année", year).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith(sentence, answer.ErrorOf("Date avant laquelle il vous faut une réponse"), StringComparison.Ordinal);
        var form = answer.Form(Walk.Continue);
        Assert.Equal((day, month, year), (form.Value("Jour"), form.Value("Mois"), form.Value("Année")));
        AssertLinksLead(answer);
    }

    [Fact]
    public async Task Deadline_of_today_passes_and_is_shown_in_words()
    {
        var today = fixture.Portal.Clock.GetUtcNow();

        var check = await Walk.ToAsync(fixture.Portal, "verification", change: new()
        {
            ["echeance"] = form => form.Fill("Jour", $"{today.Day}").Fill("Mois", $"{today.Month:00}").Fill("Année", $"{today.Year % 100}"),
        });

        Assert.True(check.Has($"{today.Day} mars 2026"), check.Text);
    }

    [Fact]
    public async Task Money_is_asked_only_when_it_changes_something_and_then_needs_an_answer()
    {
        var ordinary = await Walk.ToAsync(fixture.Portal, "echeance");
        Assert.False(ordinary.Form(Walk.Continue).Has("Oui"));

        var money = await Walk.ToAsync(fixture.Portal, "echeance", change: new() { ["themes"] = form => form.Tick("Subvention, appel à projets") });
        var answer = await money.Form(Walk.Continue).SubmitAsync();
        Assert.StartsWith("Répondez par oui ou par non", answer.ErrorOf("Des salaires ou des charges sont-ils menacés dans les trois mois ?"), StringComparison.Ordinal);

        var difficult = await Walk.ToAsync(fixture.Portal, "echeance", change: new()
        {
            ["etape"] = form => form.Choose("Transformer"),
            ["sous-etape"] = form => form.Choose("Une restructuration, des difficultés"),
        });
        Assert.True(difficult.Form(Walk.Continue).Has("Oui"));
    }

    [Theory]
    [InlineData("camille", "Indiquez une adresse e-mail complète")]
    [InlineData("camille@exemple", "Indiquez une adresse e-mail complète")]
    [InlineData("camille@example.org, autre@example.org", "Indiquez une adresse e-mail complète")]
    [InlineData("Camille <camille@example.org>", "Indiquez une adresse e-mail complète")]
    public async Task Wrong_address_is_explained_and_kept(string address, string sentence)
    {
        var page = await Walk.ToAsync(fixture.Portal, "contact");

        var answer = await page.Form(Walk.Continue).Fill("Prénom et nom", "Camille").Fill("Adresse e-mail", address).Choose("Par courriel").SubmitAsync();

        Assert.StartsWith(sentence, answer.ErrorOf("Adresse e-mail"), StringComparison.Ordinal);
        Assert.Equal(address, answer.Form(Walk.Continue).Value("Adresse e-mail"));
        Assert.True(answer.Form(Walk.Continue).IsOn("Par courriel"));
    }

    [Fact]
    public async Task Telephone_is_needed_by_those_who_prefer_it_and_checked()
    {
        var page = await Walk.ToAsync(fixture.Portal, "contact");
        page.Form(Walk.Continue).Fill("Prénom et nom", "Camille").Fill("Adresse e-mail", "camille@example.org").Choose("Par téléphone");

        var missing = await page.Form(Walk.Continue).SubmitAsync();
        var wrong = await missing.Form(Walk.Continue).Fill("Téléphone", "appelez-moi").SubmitAsync();
        Assert.Equal("appelez-moi", wrong.Form(Walk.Continue).Value("Téléphone"));
        var right = await wrong.Form(Walk.Continue).Fill("Téléphone", "+33 (0)3.83.00.00.00").SubmitAsync();

        Assert.StartsWith("Indiquez un numéro de téléphone, ou choisissez", missing.ErrorOf("Téléphone"), StringComparison.Ordinal);
        Assert.StartsWith("Vérifiez ce numéro de téléphone", wrong.ErrorOf("Téléphone"), StringComparison.Ordinal);
        Assert.Equal("verification", Walk.SlugOf(right));
    }

    [Fact]
    public async Task Posted_fields_of_other_pages_change_nothing()
    {
        var page = await Walk.ToAsync(fixture.Portal, "secteur");

        await page.Form(Walk.Continue).Choose("Quel est votre secteur principal ?", "Mobilité")
            .With("StructureName", "Autre nom").With("Stage", "demarrer").With("RequestId", Guid.NewGuid().ToString()).With("Page.Number", "9")
            .SubmitAsync();

        var structure = await page.Browser.GetAsync(page.Path.Replace("secteur", "structure", StringComparison.Ordinal));
        Assert.StartsWith("Les Essais imaginaires", structure.Form(Walk.Continue).Value("Nom de la structure"), StringComparison.Ordinal);
        var stage = await page.Browser.GetAsync(page.Path.Replace("secteur", "etape", StringComparison.Ordinal));
        Assert.True(stage.Form(Walk.Continue).IsOn("Développer"));
    }

    [Fact]
    public async Task Actors_already_met_are_found_by_name_kept_and_shown()
    {
        await using var db = fixture.NewContext();
        var number = Testing.Builders.A.Number();
        var actor = new Domain.Directory.SupportActor($"essai-{number}", $"Appui Inventé {number}", Domain.Directory.ActorKinds.All[0].Code, "Organisme inventé pour un essai.", fixture.Portal.Clock.GetUtcNow());
        db.SupportActors.Add(actor);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var page = await Walk.ToAsync(fixture.Portal, "deja-rencontres");

        var none = await page.Form("Chercher").Fill("Chercher un organisme dans l'annuaire", "%_introuvable").Fill("D'autres organismes", "La mairie").SubmitAsync();
        Assert.True(none.Has("Aucun organisme de notre annuaire ne contient « %_introuvable »"), none.Text);
        var found = await none.Form("Chercher").Fill("Chercher un organisme dans l'annuaire", $"inventé {number}").SubmitAsync();
        Assert.True(found.Has("Un organisme correspond"), found.Text);
        Assert.Equal("La mairie", found.Form("Chercher").Value("D'autres organismes"));
        var kept = await found.Form("Chercher").Tick($"Appui Inventé {number}").Fill("Chercher un organisme dans l'annuaire", "autre chose").SubmitAsync();
        Assert.True(kept.Form(Walk.Continue).IsOn($"Appui Inventé {number}"));

        var contact = await kept.Form(Walk.Continue).SubmitAsync();
        var check = await Walk.OnToAsync(contact, "verification");
        Assert.True(check.Has($"Appui Inventé {number} La mairie"), check.Text);
    }

    /// <summary>Each line of the summary leads to an element of the page that can take the focus.</summary>
    private static void AssertLinksLead(HtmlPage page)
    {
        foreach (var link in page.Document.QuerySelectorAll(".error-summary a"))
        {
            var target = page.Document.GetElementById(link.GetAttribute("href")![1..]);
            Assert.True(target?.TagName is "INPUT" or "TEXTAREA" or "SELECT", link.OuterHtml);
        }

        Assert.Equal(page.Document.QuerySelectorAll("[id]").Length, page.Document.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }
}
