using System.Net;
using System.Text.RegularExpressions;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Web.Features.Admin.Content.Words;

namespace PlusPortal.Web.Tests.Admin.Content.Words;

/// <summary>Every text that somebody reads is listed where staff find it, and is plain, well-set French.</summary>
public sealed partial class WordsTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("suivi", "Ce lien n’est plus valable")]
    [InlineData("public", "Retrouver ma demande")]
    [InlineData("public", "Trop d’essais en peu de temps")]
    [InlineData("formulaire", "Indiquez votre adresse e-mail\u00A0: vous y recevrez le lien de suivi.")]
    [InlineData("champs", "Indiquez un nombre, par exemple 12 ou 2,5.")]
    [InlineData("messages", "Nous avons bien reçu votre demande. Sa référence est ….")]
    [InlineData("etats", "À la structure\u00A0: accusé de réception")]
    [InlineData("listes", "Association de droit local (Moselle)")]
    [InlineData("raisons", "Le texte est trop court pour comprendre le besoin")]
    [InlineData("partenaires", "Cette demande ne vous est plus confiée")]
    [InlineData("demandes", "Confier la demande")]
    [InlineData("equipe", "Modifications d’offres à relire")]
    [InlineData("textes", "Un cookie est un petit fichier que le site range dans votre navigateur.")]
    public void Titles_labels_errors_messages_and_lists_are_all_there(string place, string text) =>
        Assert.Contains(PortalWords.All.Single(candidate => candidate.Code == place).Words, word => word.Text.Contains(text, StringComparison.Ordinal));

    [Fact]
    public void Code_and_the_english_of_logs_are_not()
    {
        var words = PortalWords.All.SelectMany(place => place.Words).ToList();

        Assert.InRange(words.Count, 1_500, 6_000);
        Assert.DoesNotContain(words, word => CodeOrEnglish().IsMatch(word.Text));
    }

    [Fact]
    public void Every_text_is_well_set_and_says_what_to_do_in_plain_words() =>
        Assert.Empty(PortalWords.All.SelectMany(place => place.Words).SelectMany(word => Faults(word).Select(fault => $"{word.File}:{word.Line} {fault}: {word.Text}")));

    [Theory]
    [InlineData("Une question ?", "no-break space missing")]
    [InlineData("Dit « oui »", "no-break space missing")]
    [InlineData("Cliquez ici pour continuer", "not a plain word")]
    [InlineData("Champ invalide", "not a plain word")]
    [InlineData("Les adhérent·es", "mid-dot")]
    public void Fault_is_reported(string text, string fault) => Assert.Contains(fault, Faults(new Word("Sample.cs", 1, text)));

    [Fact]
    public void Strings_of_code_are_read_without_comments_and_with_their_line()
    {
        const string Source = """
            // "un commentaire"
            var a = 'x'; /* "un autre" */
            var b = $"Bonjour {name switch { 1 => "un", _ => "deux" }}, c’est \u00AB ici \u00BB.";
            var c = @"dit ""oui"" à tout";
            """;

        Assert.Equal([(3, "Bonjour …, c’est « ici »."), (4, "dit \"oui\" à tout")], CSharpTexts.Of(Source));
    }

    [Fact]
    public void Texts_of_a_page_are_read_between_tags_and_in_attributes()
    {
        const string Source = """
            @if (Model.Any()) { <p>Il reste @Model.Count jours.</p> }
            <text-field asp-for="Name" label="Nom de la structure" hint="Tel qu’il est écrit sur vos statuts." />
            """;

        Assert.Equal(["Il reste … jours.", "Nom de la structure", "Tel qu’il est écrit sur vos statuts."], PortalWords.Of("Page.cshtml", Source).Select(word => word.Text));
    }

    [Fact]
    public async Task Staff_find_a_sentence_and_where_it_is_written()
    {
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        var start = await staff.GetAsync("/admin/mots");
        Assert.Empty(start.Document.QuerySelectorAll("tbody tr"));
        var found = await start.Form("Chercher").Fill("Chercher un mot ou une phrase", "une personne de l'équipe vous lira").SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.True(found.Has("PlusPortal.Web/Email/Layout/MailLayout.cs, ligne"));
        var none = await start.Form("Chercher").Fill("Chercher un mot ou une phrase", "zzz introuvable zzz").SubmitAsync();
        Assert.True(none.Has("Aucune phrase ne contient ces mots."));
        var place = await staff.GetAsync("/admin/mots?lieu=messages");
        Assert.Equal(PortalWords.All.Single(candidate => candidate.Code == "messages").Words.Count, place.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync("/admin/mots?lieu=inconnu&texte=" + new string('é', 5_000))).Status);
    }

    private static IEnumerable<string> Faults(Word word)
    {
        if (BreakingSpace().IsMatch(word.Text)) yield return "no-break space missing";
        if (MidDot().IsMatch(word.Text)) yield return "mid-dot";
        if (NotPlain().IsMatch(word.Text)) yield return "not a plain word";
        if (word.File.EndsWith(".cshtml", StringComparison.Ordinal) && StraightApostrophe().IsMatch(word.Text)) yield return "straight apostrophe";
    }

    [GeneratedRegex(" [:;?!»]|« ")]
    private static partial Regex BreakingSpace();

    [GeneratedRegex(@"\b(cliquez ici|veuillez|invalides?|erroné|saisie incorrecte|bug|login|mot-clef|formulaire de saisie)\b|^(Valider|OK|Soumettre|Envoyer)$", RegexOptions.IgnoreCase)]
    private static partial Regex NotPlain();

    /// <summary>Inside a word, where a screen reader stumbles; between two, it only parts them.</summary>
    [GeneratedRegex(@"\p{L}·\p{L}")]
    private static partial Regex MidDot();

    [GeneratedRegex(@"\p{L}'\p{L}")]
    private static partial Regex StraightApostrophe();

    [GeneratedRegex(@"=>|\);|\b(the|cannot|could not|Outbox message)\b")]
    private static partial Regex CodeOrEnglish();
}
