using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Triage;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>Each triage signal: a request that must raise it, and one near to it that must not.</summary>
public sealed class TriageDetectorTests
{
    private static readonly CatalogOffer Offer = Given.Offer();

    [Fact]
    public void A_plain_request_raises_nothing()
    {
        Assert.Empty(Signals(Given.Request()));
    }

    [Theory]
    [InlineData("Bonjour, pouvez-vous nous rappeler ? Merci.", true)]
    [InlineData("Nous tenons une épicerie solidaire et cherchons comment équilibrer notre budget après la hausse des loyers.", false)]
    public void Incomplete_when_the_text_says_too_little(string description, bool expected)
    {
        Assert.Equal(expected, Raises(Given.Request() with { Title = "Demande", Description = description }, TriageSignals.Incomplet));
    }

    [Fact]
    public void Incomplete_when_the_first_actor_needs_an_answer_that_was_not_given()
    {
        var employersOnly = Given.Offer(1, Given.Content() with { Eligibility = new() { EmployerRequired = true } });
        var request = Given.Request() with { HeadcountFte = null };

        var signal = Given.Match(request, employersOnly).Signals.Single(signal => signal.Code == TriageSignals.Incomplet);

        Assert.Contains("salarié", signal.Reason);
        Assert.DoesNotContain(Given.Match(request, Offer).Signals, signal => signal.Code == TriageSignals.Incomplet);
    }

    [Fact]
    public void Vague_when_nothing_tells_the_need()
    {
        Assert.True(Raises(Given.Request() with { Themes = [], Title = "Projet", Description = "On a un projet sympathique pour le village, cela va plaire." }, TriageSignals.BesoinFlou));
        Assert.True(Raises(Given.Request() with { Stage = null, SubStage = null }, TriageSignals.BesoinFlou));
        Assert.True(Raises(
            Given.Request() with { LegalForm = LegalForms.PasEncoreCreee, Stage = Stages.Demarrer, SubStage = null, Themes = [Themes.IdeeFaisabilite], Title = "Une idée", Description = "Je voudrais créer un jeu pour les voisins de mon immeuble. Je ne sais pas par où commencer." },
            TriageSignals.BesoinFlou));
        Assert.False(Raises(Given.Request() with { Themes = [] }, TriageSignals.BesoinFlou));
    }

    [Fact]
    public void Out_of_territory_outside_Lorraine_and_nothing_else_to_ask()
    {
        var signals = Signals(Given.Request() with { Place = Given.Strasbourg, LegalForm = LegalForms.AssociationDroitLocal, Title = "Aide", Description = "Aidez-nous." });

        Assert.Equal([TriageSignals.HorsTerritoire], signals);
    }

    [Theory]
    [InlineData(LegalForms.EntrepriseIndividuelle, "J'ouvre un salon d'esthétique et je cherche un prêt bancaire.", true)]
    [InlineData(LegalForms.SocieteCommercialeHorsEss, "Notre entreprise de transport routier veut grandir et recruter.", true)]
    [InlineData(LegalForms.SocieteCommercialeHorsEss, "Le gérant part à la retraite, les salariés voudraient reprendre l'entreprise.", false)]
    [InlineData(LegalForms.PasEncoreCreee, "Je veux monter une SASU et lever des fonds auprès d'actionnaires.", true)]
    [InlineData(LegalForms.PasEncoreCreee, "Je veux vivre de la couture, je cherche un petit prêt.", false)]
    [InlineData(LegalForms.AssociationLoi1901, "Nous voulons mieux vendre nos prestations à nos clients.", false)]
    public void Out_of_scope_for_ordinary_business_unless_employees_take_over(string form, string description, bool expected)
    {
        Assert.Equal(expected, Raises(Given.Request() with { LegalForm = form, Stage = Stages.Demarrer, SubStage = null, Title = "", Description = description }, TriageSignals.HorsPerimetreEss));
    }

    [Theory]
    [InlineData("Nous ne pourrons pas payer les salaires le 30.", true)]
    [InlineData("Un huissier est passé ce matin.", true)]
    [InlineData("La trésorerie est à sec.", true)]
    [InlineData("Découvert refusé par la banque, et des impayés avant la fin du mois.", true)]
    [InlineData("Le Département se retire l'an prochain, pas encore de retard de paiement.", false)]
    [InlineData("Nous voulons augmenter les salaires de l'équipe.", false)]
    [InlineData("Merci de nous rappeler vite, nous cherchons un local.", false)]
    public void Urgent_when_money_is_missing_now(string description, bool expected)
    {
        var request = Given.Request() with { Stage = Stages.Transformer, SubStage = null, Themes = [Themes.RestructurationProcedure], Title = "", Description = description };

        Assert.Equal(expected, Raises(request, TriageSignals.UrgentDifficulte));
    }

    [Fact]
    public void Urgent_when_the_box_is_ticked_or_the_theme_declared()
    {
        Assert.True(Raises(Given.Request() with { MoneyThreatened = true }, TriageSignals.UrgentDifficulte));
        Assert.True(Raises(Given.Request() with { Themes = [Themes.TresorerieUrgence] }, TriageSignals.UrgentDifficulte));
        Assert.False(Raises(Given.Request() with { MoneyThreatened = false }, TriageSignals.UrgentDifficulte));
    }

    [Theory]
    [InlineData("Notre comptable est en arrêt maladie depuis mars.", true)]
    [InlineData("Une bénévole a porté plainte contre le vice-président.", true)]
    [InlineData("Je suis en dépression et je ne peux plus gérer.", true)]
    [InlineData("Contactez Mme Durand, notre secrétaire.", true)]
    [InlineData("Mon numéro : 2 84 05 54 395 123 45.", true)]
    [InlineData("Notre compte est FR76 3000 6000 0112 3456 7890 189.", true)]
    [InlineData("Nous accompagnons des malades du cancer et leurs proches.", false)]
    [InlineData("Nous voulons ouvrir un lieu de répit pour les personnes handicapées et leurs aidants.", false)]
    [InlineData("Madame, Monsieur, monsieur le maire nous soutient.", false)]
    [InlineData("Le 54 et le 57 comptent 1 200 000 habitants.", false)]
    public void Sensitive_data_about_somebody_and_not_about_a_public(string description, bool expected)
    {
        var signal = Given.Match(Given.Request() with { Description = description }, Offer).Signals.SingleOrDefault(signal => signal.Code == TriageSignals.DonneesSensibles);

        Assert.Equal(expected, signal is not null);
        Assert.DoesNotContain("Durand", signal?.Reason ?? "");
    }

    [Theory]
    [InlineData(Stages.Developper, LegalForms.AssociationLoi1901, "Nous voulons fusionner avec l'association voisine.", Stages.Transformer)]
    [InlineData(Stages.Developper, LegalForms.PasEncoreCreee, "Nous sommes quatre avec une idée de garage solidaire.", Stages.Demarrer)]
    [InlineData(Stages.Demarrer, LegalForms.AssociationLoi1901, "Nous voulons devenir une Scic avec la commune.", Stages.Transformer)]
    [InlineData(Stages.Demarrer, LegalForms.AssociationLoi1901, "Nous voulons créer un atelier de réparation pour les habitants.", null)]
    [InlineData(Stages.Developper, LegalForms.AssociationLoi1901, "Nous ouvrons une boutique solidaire et cherchons des bénévoles.", null)]
    public void Stage_to_correct_when_form_or_text_contradict_it(string declared, string form, string description, string? suggested)
    {
        var result = Given.Match(Given.Request() with { Stage = declared, SubStage = null, LegalForm = form, HeadcountFte = null, Title = "", Description = description }, Offer);

        Assert.Equal(suggested is not null, result.Signals.Any(signal => signal.Code == TriageSignals.EtapeACorriger));
        Assert.Equal(suggested ?? declared, result.SuggestedStage);
    }

    [Fact]
    public void Stage_to_correct_when_the_sub_stage_is_another_stage_s()
    {
        Assert.True(Raises(Given.Request() with { SubStage = SubStages.FusionRapprochement }, TriageSignals.EtapeACorriger));
    }

    [Fact]
    public void Themes_to_correct_when_the_text_speaks_of_something_else()
    {
        var text = Given.Request() with { Title = "", Description = "Nous cherchons des locaux plus grands, un hangar par exemple." };

        Assert.True(Raises(text with { Themes = [Themes.GestionComptabilite] }, TriageSignals.ThemesACorriger));
        Assert.False(Raises(text with { Themes = [Themes.LocauxHebergement] }, TriageSignals.ThemesACorriger));
        Assert.False(Raises(text with { Themes = [Themes.CooperationTiersLieu] }, TriageSignals.ThemesACorriger));
        Assert.False(Raises(text with { Themes = [] }, TriageSignals.ThemesACorriger));
    }

    [Fact]
    public void Several_actors_when_three_groups_of_needs_are_clear()
    {
        var request = Given.Request() with { Title = "", Description = "Il nous faut choisir un statut juridique, obtenir un prêt bancaire et trouver un local plus grand." };

        Assert.True(Raises(request with { Themes = [Themes.ChoixStatutCreation, Themes.PretGarantie, Themes.LocauxHebergement] }, TriageSignals.PlusieursActeurs));
        Assert.False(Raises(Given.Request() with { Title = "", Description = "Il nous faut un prêt bancaire et la garantie de l'emprunt.", Themes = [Themes.PretGarantie] }, TriageSignals.PlusieursActeurs));
    }

    [Fact]
    public void Form_to_check_where_local_law_and_seat_disagree()
    {
        Assert.True(Raises(Given.Request() with { Place = Given.Metz }, TriageSignals.FormeAVerifier));
        Assert.True(Raises(Given.Request() with { LegalForm = LegalForms.AssociationDroitLocal }, TriageSignals.FormeAVerifier));
        Assert.False(Raises(Given.Request() with { Place = Given.Metz, LegalForm = LegalForms.AssociationDroitLocal }, TriageSignals.FormeAVerifier));
        Assert.True(Raises(Given.Request() with { LegalForm = LegalForms.PasEncoreCreee }, TriageSignals.FormeAVerifier));
    }

    [Fact]
    public void No_compatible_actor_when_nothing_passes()
    {
        Assert.True(Raises(Given.Request() with { Place = Given.Metz, LegalForm = LegalForms.AssociationDroitLocal }, TriageSignals.AucunActeurCompatible));
        Assert.False(Raises(Given.Request(), TriageSignals.AucunActeurCompatible));
    }

    [Theory]
    [InlineData("Notre agence vous propose ses services de référencement, devis gratuit.", true)]
    [InlineData("Arrivez en première page de Google !", true)]
    [InlineData("http://a.example.org http://b.example.org http://c.example.org", true)]
    [InlineData("Nous proposons des services d'aide à domicile, notre site est www.example.org.", false)]
    [InlineData("Nous cherchons à être visibles sur Google et Facebook.", false)]
    public void Solicitation_is_told_from_a_request(string description, bool expected)
    {
        Assert.Equal(expected, Raises(Given.Request() with { Description = description }, TriageSignals.Indesirable));
    }

    [Theory]
    [InlineData("Je n'en peux plus, je pleure tous les soirs.", true)]
    [InlineData("Présidente, je suis à bout.", true)]
    [InlineData("J'ai des idées noires.", true)]
    [InlineData("Je ne peux plus assurer la comptabilité.", false)]
    [InlineData("Nos bénévoles s'essoufflent un peu plus chaque année.", false)]
    [InlineData("Nous arrivons au bout du projet.", false)]
    public void Distress_of_a_person_is_heard(string description, bool expected)
    {
        Assert.Equal(expected, Raises(Given.Request() with { Description = description }, TriageSignals.DetressePersonne));
    }

    [Fact]
    public void Every_signal_has_a_reason()
    {
        var signals = Given.Match(
            Given.Request() with { Place = Given.Metz, Themes = [Themes.LocauxHebergement], Description = "Je n'en peux plus : huissier, salaires impayés. M. Martin est en prison. Cliquez sur https://example.org, devis gratuit." },
            Offer).Signals;

        Assert.True(signals.Count >= 6);
        Assert.All(signals, signal => Assert.False(string.IsNullOrWhiteSpace(signal.Reason)));
        Assert.All(signals, signal => Assert.True(TriageSignals.All.Contains(signal.Code)));
    }

    [Theory]
    [InlineData("123456782", null, "a@example.org", "Autre chose", -400, true)]
    [InlineData(null, "W543001234", "a@example.org", "Autre chose", -400, true)]
    [InlineData(null, null, "claire@example.org", "Atelier velo partcipatif", -10, true)]
    [InlineData(null, null, "CLAIRE@example.org", "Notre atelier vélo participatif à Toul", -10, true)]
    [InlineData(null, null, "claire@example.org", "Atelier vélo participatif", -31, false)]
    [InlineData(null, null, "claire@example.org", "Chercher un comptable", -10, false)]
    [InlineData(null, null, "autre@example.org", "Atelier vélo participatif", -10, false)]
    public void Duplicates_are_found_by_number_or_by_address_and_near_title(string? siren, string? rna, string email, string title, int days, bool expected)
    {
        var now = new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);
        var request = new DuplicateCandidate(Given.Id(1), "PLUS-2026-000002", "123456782", "W543001234", "claire@example.org", "Atelier vélo participatif", now);
        var earlier = new DuplicateCandidate(Given.Id(2), "PLUS-2026-000001", siren, rna, email, title, now.AddDays(days));

        var found = Duplicates.Find(request, [earlier, request]);

        Assert.Equal(expected, found is not null);
        if (expected) Assert.Equal((TriageSignals.Doublon, "PLUS-2026-000001"), (found!.Code, found.OtherReference));
        if (expected) Assert.Contains("PLUS-2026-000001", found!.Reason);
    }

    [Fact]
    public void Added_signals_take_their_place_in_the_order_of_the_vocabulary_and_come_once()
    {
        var result = Given.Match(Given.Request() with { Title = "Aide", Description = "Aide" }, Offer);
        var duplicate = new DetectedSignal(TriageSignals.Doublon, "Même SIREN que la demande PLUS-2026-000001.", "PLUS-2026-000001");
        var unwanted = new DetectedSignal(TriageSignals.Indesirable, "Un champ caché a été rempli.");

        var codes = result.With([unwanted]).With([unwanted, duplicate]).Signals.Select(signal => signal.Code).ToList();

        Assert.NotEmpty(result.Signals);
        Assert.Equal([.. TriageSignals.All.Select(term => term.Code).Where(codes.Contains)], codes);
        Assert.Contains(TriageSignals.Doublon, codes);
    }

    private static bool Raises(MatchingCriteria request, string signal) => Signals(request).Contains(signal);

    private static IReadOnlyList<string> Signals(MatchingCriteria request) => [.. Given.Match(request, Offer).Signals.Select(signal => signal.Code)];
}
