using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Profile;
using PlusPortal.Domain.Profile;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Settings;

/// <summary>Administrators change the settings of PLUS; what cannot be is refused with a sentence, and nothing typed is lost.</summary>
public sealed class SettingsPageTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Telephone_and_address_are_saved_shown_in_words_and_kept_in_the_history_with_their_author()
    {
        using var administrator = await AdministratorAsync();
        var email = $"contact{A.Number()}@plus.example.org";
        await (await administrator.ReachAsync("03 83 00 00 01", "avant@plus.example.org")).SubmitAsync();

        var overview = await (await administrator.ReachAsync("+33 3 83 00 00 02", email)).SubmitAsync();

        Assert.Equal((HttpStatusCode.OK, SettingsVerbs.Overview), (overview.Status, overview.Path));
        Assert.True(overview.Has("Les moyens de joindre PLUS sont enregistrés."));
        Assert.True(overview.Has("03 83 00 00 02"));
        Assert.True(overview.Has(email));
        await using var db = fixture.NewContext();
        var latest = (await db.LatestProfileChangesAsync(Ct)).ToDictionary(change => change.Setting);
        Assert.Equal(("+33383000001", "+33383000002"), (latest[ProfileSetting.Phone].Before, latest[ProfileSetting.Phone].After));
        Assert.Equal(("avant@plus.example.org", email, fixture.Portal.Clock.GetUtcNow()), (latest[ProfileSetting.Email].Before, latest[ProfileSetting.Email].After, latest[ProfileSetting.Email].At));

        var author = db.Users.Single(user => user.Id == latest[ProfileSetting.Email].AuthorId).DisplayName;
        Assert.True(overview.Has($"Dernier changement par {author}"));
        var row = (await administrator.GetAsync(SettingsVerbs.Overview + "/historique")).Document.QuerySelectorAll("tbody tr").Select(line => PageText.Normalise(line.TextContent)).First(line => line.Contains(email, StringComparison.Ordinal));
        Assert.StartsWith("Adresse e-mail avant@plus.example.org", row, StringComparison.Ordinal);
        Assert.Contains(author, row, StringComparison.Ordinal);
        Assert.Contains("2026 à", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0383", "contact@plus.example.org", "Téléphone", "Vérifiez ce numéro de téléphone")]
    [InlineData("03 83 00 00 00", "contact@plus", "Adresse e-mail", "Indiquez une adresse e-mail complète")]
    [InlineData("03 83 00 00 00 demandez Claire", "", "Téléphone", "Vérifiez ce numéro de téléphone")]
    [InlineData(" ", "", "Téléphone", "Gardez un téléphone ou une adresse e-mail")]
    public async Task Way_to_plus_that_nobody_could_use_is_refused_and_stays_typed(string phone, string email, string field, string sentence)
    {
        using var administrator = await AdministratorAsync();
        await (await administrator.ReachAsync("03 83 00 00 03", "contact@plus.example.org")).SubmitAsync();
        var before = await NumberAsync();

        var answer = await (await administrator.ReachAsync(phone, email)).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith(sentence, answer.ErrorOf(field), StringComparison.Ordinal);
        Assert.Equal((phone.Trim(), email), (answer.Form(SettingsVerbs.SaveReach).Value("Téléphone").Trim(), answer.Form(SettingsVerbs.SaveReach).Value("Adresse e-mail")));
        Assert.Equal(before, await NumberAsync());
    }

    [Fact]
    public async Task Saving_what_is_already_there_writes_nothing()
    {
        using var administrator = await AdministratorAsync();
        await (await administrator.ReachAsync("03 83 00 00 04", "contact@plus.example.org")).SubmitAsync();
        var before = await NumberAsync();

        var overview = await (await administrator.ReachAsync("03.83.00.00.04", "contact@plus.example.org")).SubmitAsync();

        Assert.True(overview.Has("Rien n’a changé"));
        Assert.Equal(before, await NumberAsync());
    }

    [Theory]
    [InlineData("matin", "Écrivez une ou deux plages d'heures, par exemple 9h-12h et 14h-17h30.")]
    [InlineData("9h-12h, 13h-14h, 15h-16h", "Écrivez une ou deux plages d'heures, par exemple 9h-12h et 14h-17h30.")]
    [InlineData("9h-25h", "Écrivez une ou deux plages d'heures, par exemple 9h-12h et 14h-17h30.")]
    [InlineData("12h-9h", "Une plage finit avant de commencer.")]
    [InlineData("9h-14h et 12h-17h", "La deuxième plage commence avant la fin de la première.")]
    [InlineData("", "Gardez au moins une demi-journée d'ouverture du lundi au vendredi")]
    public async Task Hours_that_cannot_be_are_refused_and_stay_typed(string typed, string sentence)
    {
        using var administrator = await AdministratorAsync();

        var answer = await (await administrator.HoursAsync(typed)).SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith(sentence, answer.ErrorOf("Lundi"), StringComparison.Ordinal);
        Assert.Equal(typed, answer.Form(SettingsVerbs.SaveHours).Value("Lundi"));
    }

    [Theory]
    [InlineData("9h-12h et 14h-17h", "Du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h")]
    [InlineData("de 9 h 30 à 12:15", "Du lundi au vendredi, de 9 h 30 à 12 h 15")]
    [InlineData("8h-18h", "Du lundi au vendredi, de 8 h à 18 h")]
    public async Task Hours_are_read_as_people_write_them(string typed, string words)
    {
        using var administrator = await AdministratorAsync();
        await (await administrator.HoursAsync("10h-11h")).SubmitAsync();

        var overview = await (await administrator.HoursAsync(typed)).SubmitAsync();

        Assert.True(overview.Has("Les horaires sont enregistrés."));
        Assert.True(overview.Has(words), overview.Text);
    }

    [Fact]
    public async Task Days_with_other_hours_are_told_apart()
    {
        using var administrator = await AdministratorAsync();
        var form = (await administrator.HoursAsync("9h-12h")).Fill("Mercredi", "").Fill("Vendredi", "9h-11h").Fill("Samedi", "10h-12h");

        var overview = await form.SubmitAsync();

        Assert.True(overview.Has("Le lundi et le mardi, de 9 h à 12 h ; le jeudi, de 9 h à 12 h ; le vendredi, de 9 h à 11 h ; le samedi, de 10 h à 12 h"), overview.Text);
    }

    [Fact]
    public async Task Closure_is_announced_listed_and_taken_back()
    {
        using var administrator = await AdministratorAsync();
        var (today, label) = (A.Today, $"Travaux {A.Number()}");

        var overview = await (await administrator.ClosureAsync(today.AddDays(10), today.AddDays(11), label)).SubmitAsync();
        Assert.True(overview.Has($"Du jeudi 12 mars 2026 au vendredi 13 mars 2026 : {label}"));

        var list = await administrator.GetAsync(SettingsVerbs.Overview + "/fermetures");
        var removed = await list.Form($"Retirer cette fermeture, Du jeudi 12 mars 2026 au vendredi 13 mars 2026 : {label}").SubmitAsync();
        Assert.Equal(SettingsVerbs.Overview, removed.Path);
        Assert.False(removed.Has(label));

        // The other window of the same page is not wrong about it.
        Assert.Equal(HttpStatusCode.OK, (await list.Form($"Retirer cette fermeture, Du jeudi 12 mars 2026 au vendredi 13 mars 2026 : {label}").SubmitAsync()).Status);
    }

    [Fact]
    public async Task Closure_that_cannot_be_is_refused_and_stays_typed()
    {
        using var administrator = await AdministratorAsync();
        var today = A.Today;

        var empty = await (await administrator.GetAsync(SettingsVerbs.Overview + "/fermetures")).Form(SettingsVerbs.AddClosure).SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Equal(["Indiquez le premier jour de la fermeture.", "Indiquez le dernier jour de la fermeture. Pour un seul jour, écrivez deux fois la même date.", "Indiquez le motif : le public le lit, par exemple « Fêtes de fin d'année »."], empty.Errors);

        Assert.Equal(["Ce jour est passé. Une fermeture commence aujourd'hui au plus tôt."], (await (await administrator.ClosureAsync(today.AddDays(-1), today, "Hier")).SubmitAsync()).Errors);
        Assert.Equal(["Le dernier jour vient avant le premier. Vérifiez les deux dates."], (await (await administrator.ClosureAsync(today.AddDays(2), today, "À l’envers")).SubmitAsync()).Errors);
        var tooLong = await (await administrator.ClosureAsync(today, today.AddDays(Closure.MostDays), "Tout l’été")).SubmitAsync();
        Assert.Equal(["Une fermeture dure 60 jours au plus. Rapprochez les deux dates, ou annoncez plusieurs fermetures."], tooLong.Errors);
        Assert.Equal("Tout l’été", tooLong.Form(SettingsVerbs.AddClosure).Value("Motif"));
        var long_ = await (await administrator.ClosureAsync(today.AddDays(47), today.AddDays(47), new string('x', Closure.LabelLength + 1))).SubmitAsync();
        Assert.StartsWith("Votre texte fait 81 caractères", Assert.Single(long_.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closure_on_the_very_days_of_another_is_refused_and_says_which()
    {
        using var administrator = await AdministratorAsync();
        var (from, to) = (A.Today.AddDays(20), A.Today.AddDays(22));
        await (await administrator.ClosureAsync(from, to, "Inventaire")).SubmitAsync();
        var before = await NumberAsync();

        var refused = await (await administrator.ClosureAsync(from, to, "Déménagement")).SubmitAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "Une fermeture est déjà annoncée à ces dates : « Inventaire ». Pour changer le motif, retirez-la d'abord."), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Equal("Déménagement", refused.Form(SettingsVerbs.AddClosure).Value("Motif"));
        Assert.Equal(before, await NumberAsync());
        Assert.True((await (await administrator.ClosureAsync(from, to.AddDays(1), "Déménagement")).SubmitAsync()).Has("Les fermetures sont enregistrées."));
    }

    [Fact]
    public async Task Who_is_told_is_saved_and_shown()
    {
        using var administrator = await AdministratorAsync();

        var overview = await (await administrator.GetAsync(SettingsVerbs.Overview + "/notifications")).Form(SettingsVerbs.SaveNotifications)
            .Choose(SettingsVerbs.UrgentQuestion, "Ces adresses seulement").Fill(SettingsVerbs.UrgentList, "garde@plus.example.org\n direction@plus.example.org ")
            .Choose(SettingsVerbs.AttentionQuestion, "Personne").Fill(SettingsVerbs.AttentionList, "").SubmitAsync();

        Assert.True(overview.Has("Les notifications sont enregistrées."));
        Assert.True(overview.Has("garde@plus.example.org"));
        Assert.True(overview.Has("Autre message à l’équipe Personne"), overview.Text);
    }

    [Theory]
    [InlineData("Ces adresses seulement", "", "Indiquez au moins une adresse, ou choisissez les comptes de l'équipe.")]
    [InlineData("Ces adresses seulement", "garde@plus.example.org\ndirection", "« direction » n'est pas une adresse e-mail complète, comme prenom@exemple.fr. Corrigez-la, ou retirez-la.")]
    [InlineData("Tous les comptes de l’équipe", "garde@plus.example.org", "Ces adresses ne serviraient pas. Videz la liste, ou choisissez « Ces adresses seulement ».")]
    public async Task Addresses_that_cannot_be_are_refused_and_stay_typed(string choice, string typed, string sentence)
    {
        using var administrator = await AdministratorAsync();

        var answer = await (await administrator.GetAsync(SettingsVerbs.Overview + "/notifications")).Form(SettingsVerbs.SaveNotifications)
            .Choose(SettingsVerbs.UrgentQuestion, choice).Fill(SettingsVerbs.UrgentList, typed).SubmitAsync();

        Assert.Equal((HttpStatusCode.BadRequest, sentence), (answer.Status, answer.ErrorOf(SettingsVerbs.UrgentList)));
        Assert.Equal(typed, answer.Form(SettingsVerbs.SaveNotifications).Value(SettingsVerbs.UrgentList).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Twenty_one_addresses_are_one_too_many_and_nobody_is_no_answer_for_an_urgent_request()
    {
        using var administrator = await AdministratorAsync();
        var page = await administrator.GetAsync(SettingsVerbs.Overview + "/notifications");

        var many = await page.Form(SettingsVerbs.SaveNotifications).Choose(SettingsVerbs.UrgentQuestion, "Ces adresses seulement")
            .Fill(SettingsVerbs.UrgentList, string.Join('\n', Enumerable.Range(0, 21).Select(index => $"a{index}@plus.example.org"))).SubmitAsync();
        var nobody = await page.Form(SettingsVerbs.SaveNotifications).Without("Form.Urgent").With("Form.Urgent", nameof(AudienceKind.Nobody)).SubmitAsync();

        Assert.Equal("Vous avez indiqué 21 adresses, nous écrivons à 20 au plus. Retirez-en 1.", many.ErrorOf(SettingsVerbs.UrgentList));
        Assert.Equal((HttpStatusCode.BadRequest, "Choisissez qui est prévenu."), (nobody.Status, Assert.Single(nobody.Errors)));
    }

    [Fact]
    public async Task The_second_administrator_sees_what_the_first_wrote_beside_what_was_typed_and_decides()
    {
        using var first = await AdministratorAsync();
        using var second = await AdministratorAsync();
        var slow = await second.ReachAsync("03 83 00 00 05", "second@plus.example.org");
        await (await first.ReachAsync("03 83 00 00 06", "premier@plus.example.org")).SubmitAsync();

        var answer = await slow.SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.True(answer.Has("a changé ce réglage entre-temps"));
        Assert.True(answer.Has("premier@plus.example.org"));
        Assert.True(answer.Has("03 83 00 00 06"));
        Assert.Equal("second@plus.example.org", answer.Form(SettingsVerbs.SaveReach).Value("Adresse e-mail"));

        var overview = await answer.Form(SettingsVerbs.SaveReach).SubmitAsync();
        Assert.True(overview.Has("second@plus.example.org"));
    }

    [Fact]
    public async Task Administrators_who_change_different_sections_at_the_same_instant_do_not_disturb_each_other()
    {
        using var first = await AdministratorAsync();
        using var second = await AdministratorAsync();
        var (reach, closure, label) = (await first.ReachAsync("03 83 00 00 07", "ensemble@plus.example.org"), await second.ClosureAsync(A.Today, A.Today, $"Pont {A.Number()}"), A.Number());

        var answers = await Task.WhenAll(reach.SubmitAsync(), closure.SubmitAsync());

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, SettingsVerbs.Overview), (answer.Status, answer.Path)));
        Assert.True((await first.GetAsync(SettingsVerbs.Overview)).Has("ensemble@plus.example.org"));
    }

    [Fact]
    public async Task History_is_read_page_by_page()
    {
        using var administrator = await AdministratorAsync();
        for (var change = 0; change < 27; change++) await (await administrator.ReachAsync("03 83 00 00 08", $"page{A.Number()}@plus.example.org")).SubmitAsync();

        var newest = await administrator.GetAsync(SettingsVerbs.Overview + "/historique");
        var older = await newest.ClickAsync("Page suivante");

        Assert.Equal(25, newest.Document.QuerySelectorAll("tbody tr").Length);
        Assert.NotEmpty(older.Document.QuerySelectorAll("tbody tr"));
        Assert.DoesNotContain(older.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent), text => newest.Document.QuerySelectorAll("tbody tr").Any(row => row.TextContent == text));
        Assert.True((await administrator.GetAsync(SettingsVerbs.Overview + "/historique?avant=1")).Has("Il n’y a pas de changement plus ancien."));
    }

    [Theory]
    [InlineData(PortalRoles.Staff)]
    [InlineData(PortalRoles.Observer)]
    public async Task Who_is_no_administrator_neither_sees_nor_changes_them(string role)
    {
        using var visitor = await fixture.Portal.SignInAsNewAsync(role);
        using var administrator = await AdministratorAsync();
        var before = await NumberAsync();

        foreach (var page in new[] { "", "/joindre", "/horaires", "/fermetures", "/notifications", "/historique" })
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(SettingsVerbs.Overview + page)).Status);
        var form = await administrator.ReachAsync("03 83 00 00 09", "autre@plus.example.org");
        using var answer = await visitor.Client.SendAsync(form.Request(), Ct);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(before, await NumberAsync());
        if (role == PortalRoles.Staff) Assert.False((await visitor.GetAsync("/admin")).HasLink("Réglages"));
        Assert.True((await administrator.GetAsync("/admin")).HasLink("Réglages"));
    }

    private Task<PortalBrowser> AdministratorAsync() => fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);

    private async Task<int> NumberAsync()
    {
        await using var db = fixture.NewContext();
        return await db.ReadProfileNumberAsync(Ct);
    }
}
