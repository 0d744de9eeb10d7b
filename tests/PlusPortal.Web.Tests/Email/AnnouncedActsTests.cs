using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Email;
using PlusPortal.Web.Tests.Admin.Requests;

namespace PlusPortal.Web.Tests.Email;

/// <summary>Which messages each act of people causes, seen from its page: one line an act, « nothing » included.</summary>
public sealed class AnnouncedActsTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static readonly Decline Full = new(DeclineReasons.Capacite, null, null);

    private static readonly Act[] OfStaff =
    [
        new("takes the request", s => s, s => s.StaffAsync(), page => page.Form("Prendre en charge")),
        new("gives it back to the team", s => s.InTriage(), s => s.StaffAsync(), page => page.Form("Remettre à disposition")),
        new("vouches for the address", s => s, s => s.StaffAsync(), page => page.Form("J’ai parlé à la personne\u00A0: confirmer l’adresse")),
        new("writes a note", s => s.InTriage(), s => s.StaffAsync(), page => page.Form("Enregistrer la note interne").Fill("Note interne", "Entre nous.")),
        new("matches again", s => s.InTriage(), s => s.StaffAsync(), page => page.Form("Relancer la recherche")),
        new("asks the structure", s => s.InTriage(), s => s.StaffAsync("/question"), page => page.Form("Poser la question").Fill("Votre question", "Combien êtes-vous ?"), "QuestionForStructure"),
        new("notes its answer", s => s.InTriage().Then(Asked), s => s.StaffAsync("/reponse"), page => page.Form("Noter la réponse").Fill("Réponse de la structure", "Douze.")),
        new("goes on without it", s => s.InTriage().Then(Asked), s => s.StaffAsync(), page => page.Form("Reprendre sans attendre la réponse")),
        new("asks for an agreement to two actors", s => s.AskingFirst().ProposedToMailed().ProposedToByHand(), s => s.StaffAsync(), page => page.Form("Demander l’accord de la structure"), "ConsentAsked"),
        new("notes an agreement", s => s.AskingFirst().ProposedToMailed().ConsentAsked(), s => s.StaffAsync(), page => page.FormStarting("Noter l’accord donné par téléphone")),
        new("sends by e-mail", s => s.ProposedToMailed(), s => s.StaffAsync("/envoi"), page => page.Form("Envoyer la demande"), "ReferralForPartner (mailed)", "RequestSent"),
        new("sends by hand", s => s.ProposedToByHand(), s => s.StaffAsync("/envoi"), page => page.Form("Envoyer la demande"), "RequestSent"),
        new("sends to both at once", s => s.ProposedToMailed().ProposedToByHand(), s => s.StaffAsync("/envoi"), page => page.Form("Envoyer la demande"), "ReferralForPartner (mailed)", "RequestSent"),
        new("notes that the actor accepts", s => s.SentByHand(), s => s.StaffAsync(s.ByHand, "reponse"), page => page.Form("Noter la réponse").Heard().Choose("Sa réponse", "Il accepte"), "ReferralAcceptedForStructure (by hand)"),
        new("notes that the actor accepts after another let its time pass", s => s.SentToMailed().Then(MailedExpires).SentByHand(), s => s.StaffAsync(s.ByHand, "reponse"), page => page.Form("Noter la réponse").Heard().Choose("Sa réponse", "Il accepte"), "ReferralAcceptedForStructure (by hand)", "ReferralTakenOver (mailed)"),
        new("notes its question", s => s.SentByHand(), s => s.StaffAsync(s.ByHand, "reponse"), page => page.Form("Noter la réponse").Heard().Choose("Sa réponse", "Il demande une précision").Fill("Sa question, ou ce qu’il précise s’il décline", "Depuis quand ?"), "QuestionForStructure"),
        new("notes that it declines", s => s.SentByHand(), s => s.StaffAsync(s.ByHand, "reponse"), page => page.Form("Noter la réponse").Heard().Choose("Sa réponse", "Il décline").Choose("Motif, s’il décline", "Plus de capacité"), "ReferralDeclinedForStructure (by hand)"),
        new("notes that it declines, which ends the request", s => s.MailedAccepted().SentByHand().Then(HelpedByMailed).Then(MailedConfirmed), s => s.StaffAsync(s.ByHand, "reponse"), page => page.Form("Noter la réponse").Heard().Choose("Sa réponse", "Il décline").Choose("Motif, s’il décline", "Plus de capacité"), "ReferralDeclinedForStructure (by hand)", "RequestClosed"),
        new("notes that it hands back", s => s.ByHandAccepted(), s => s.StaffAsync(s.ByHand, "reponse"), page => page.Form("Noter la réponse").Heard().Choose("Sa réponse", "Il rend la demande").Choose("Motif, s’il décline", "Plus de capacité"), "ReferralDeclinedForStructure (by hand)"),
        new("answers the actor that is e-mailed", s => s.SentToMailed().Then(MailedAsks), s => s.StaffAsync(s.Mailed, "precision"), page => page.Form("Envoyer la réponse").Fill("Votre réponse", "Depuis 2019."), "ReferralChangedForPartner (mailed)"),
        new("answers the actor told by hand", s => s.SentByHand().Then(ByHandAsks), s => s.StaffAsync(s.ByHand, "precision"), page => page.Form("Envoyer la réponse").Fill("Votre réponse", "Depuis 2019.")),
        new("notes a helpful end, which waits for the structure", s => s.MailedAccepted(), s => s.StaffAsync(s.Mailed, "fin"), page => page.Form("Noter la fin du suivi").Heard().Choose("Résultat du suivi", "Aide apportée"), "OutcomeToConfirm (mailed)"),
        new("notes an end without solution", s => s.MailedAccepted(), s => s.StaffAsync(s.Mailed, "fin"), page => page.Form("Noter la fin du suivi").Heard().Choose("Résultat du suivi", "Échange sans solution"), "ReferralEndedForStructure (mailed)"),
        new("takes a proposal back", s => s.ProposedToMailed(), s => s.StaffAsync(s.Mailed, "retrait"), page => page.Form("Retirer cet acteur")),
        new("takes the request back from an actor that is e-mailed", s => s.SentToMailed(), s => s.StaffAsync(s.Mailed, "retrait"), page => page.Form("Retirer cet acteur"), "ReferralCancelledForStructure (mailed)", "ReferralChangedForPartner (mailed)"),
        new("takes it back from an actor that had accepted", s => s.MailedAccepted(), s => s.StaffAsync(s.Mailed, "retrait"), page => page.Form("Retirer cet acteur"), "ReferralCancelledForStructure (mailed)", "ReferralChangedForPartner (mailed)"),
        new("takes it back from an actor told by hand", s => s.SentByHand(), s => s.StaffAsync(s.ByHand, "retrait"), page => page.Form("Retirer cet acteur"), "ReferralCancelledForStructure (by hand)"),
        new("takes it back, which ends the request", s => s.SentToMailedAfterHelpByHand(), s => s.StaffAsync(s.Mailed, "retrait"), page => page.Form("Retirer cet acteur"), "ReferralChangedForPartner (mailed)", "RequestClosed"),
        new("corrects a refusal of an actor that is e-mailed", s => s.SentToMailed().Then(MailedDeclines), s => s.StaffAsync(s.Mailed, "correction"), page => page.Form("Corriger la réponse").Fill("Motif de la correction", "Erreur."), "ReferralCorrectedForStructure (mailed)", "ReferralForPartner (mailed)"),
        new("corrects a refusal of an actor told by hand", s => s.SentByHand().Then(ByHandDeclines), s => s.StaffAsync(s.ByHand, "correction"), page => page.Form("Corriger la réponse").Fill("Motif de la correction", "Erreur."), "ReferralCorrectedForStructure (by hand)"),
        new("corrects an outcome", s => s.MailedAccepted().Then(MailedFindsNothing), s => s.StaffAsync(s.Mailed, "correction"), page => page.Form("Corriger la réponse").Fill("Motif de la correction", "Erreur."), "ReferralChangedForPartner (mailed)", "ReferralCorrectedForStructure (mailed)"),
        new("ends the request", s => s.SentToMailed().SentByHand(), s => s.StaffAsync("/fin"), page => page.Form("Terminer la demande").Choose("Motif de fin", "Hors territoire"), "ReferralChangedForPartner (mailed)", "RequestClosed"),
        new("ends a request of which actors were only proposed", s => s.ProposedToMailed().ProposedToByHand(), s => s.StaffAsync("/fin"), page => page.Form("Terminer la demande").Choose("Motif de fin", "Hors territoire"), "RequestClosed"),
        new("sets an unsolicited message aside", s => s, s => s.StaffAsync("/fin"), page => page.Form("Terminer la demande").Choose("Motif de fin", "Indésirable / démarchage")),
        new("masks a passage that actors read", s => s.SentToMailed().SentByHand(), s => s.StaffAsync("/masques"), page => page.Form("Enregistrer et masquer").Fill("Autres passages à masquer", "Texte libre inventé"), "PassageMaskedForPartner (mailed)", "PassageMaskedForStructure", "StaffAttention"),
        new("masks several passages at once", s => s.SentToMailed().Then(Ended), s => s.StaffAsync("/masques"), page => page.Form("Enregistrer et masquer").Fill("Autres passages à masquer", "Texte libre\nassez long"), "PassageMaskedForPartner (mailed)", "PassageMaskedForStructure"),
        new("masks a passage before anybody was told", s => s.ProposedToMailed(), s => s.StaffAsync("/masques"), page => page.Form("Enregistrer et masquer").Fill("Autres passages à masquer", "Texte libre"), "PassageMaskedForStructure"),
        new("masks a passage of a note of PLUS", s => s.SentToMailed().Then(Noted), s => s.StaffAsync("/masques"), page => page.Form("Enregistrer et masquer").Fill("Autres passages à masquer", "Ophélie")),
        new("leaves a proposed passage", s => s.Telling("Le numéro est le 06 12 34 56 78, merci de nous rappeler.").InTriage(), s => s.StaffAsync("/masques"), page => page.Form("Enregistrer et masquer").Choose("Que faire du passage 1 ?", "Laisser, avec un motif").Fill("Motif pour laisser le passage 1", "C’est la mairie.")),
        new("opens the request again", s => s.SentToMailed().Then(Ended), s => s.StaffAsync("/reouverture"), page => page.Form("Rouvrir la demande").Fill("Motif de la réouverture", "Elle a rappelé."), "RequestReopened"),
    ];

    private static readonly Act[] OfTheStructure =
    [
        new("confirms its address", s => s, s => s.StructureAsync(), page => page.Form("Confirmer mon adresse et voir ma demande")),
        new("answers PLUS", s => s.InTriage().Then(Asked), s => s.StructureAsync("/reponse"), page => page.Form("Envoyer ma réponse").Fill("Votre réponse", "Douze."), "StaffAttention"),
        new("answers an actor that is e-mailed", s => s.SentToMailed().Then(MailedAsks), s => s.StructureAsync($"/interlocuteurs/{s.Mailed.Id}/reponse"), page => page.Form("Envoyer ma réponse").Fill("Votre réponse", "Dix."), "ReferralChangedForPartner (mailed)"),
        new("answers an actor told by hand", s => s.SentByHand().Then(ByHandAsks), s => s.StructureAsync($"/interlocuteurs/{s.ByHand.Id}/reponse"), page => page.Form("Envoyer ma réponse").Fill("Votre réponse", "Dix."), "StaffAttention"),
        new("agrees to an actor", s => s.AskingFirst().ProposedToMailed().ConsentAsked(), s => s.StructureAsync(), page => page.FormStarting("D’accord pour"), "StaffAttention"),
        new("refuses a proposal", s => s.AskingFirst().ProposedToMailed().ConsentAsked(), s => s.StructureAsync($"/interlocuteurs/{s.Mailed.Id}/refus"), page => page.FormStarting("Écarter"), "StaffAttention"),
        new("refuses every proposal", s => s.AskingFirst().ProposedToMailed().ProposedToByHand().ConsentAsked(), s => s.StructureAsync("/autre-choix"), page => page.Form("Écarter ces propositions"), "StaffAttention"),
        new("takes its request back from an actor that is e-mailed", s => s.SentToMailed(), s => s.StructureAsync($"/interlocuteurs/{s.Mailed.Id}/refus"), page => page.FormStarting("Retirer ma demande à"), "ReferralChangedForPartner (mailed)", "StaffAttention"),
        new("takes it back from an actor told by hand", s => s.SentByHand(), s => s.StructureAsync($"/interlocuteurs/{s.ByHand.Id}/refus"), page => page.FormStarting("Retirer ma demande à"), "StaffAttention"),
        new("takes it back, which ends the request", s => s.SentToMailedAfterHelpByHand(), s => s.StructureAsync($"/interlocuteurs/{s.Mailed.Id}/refus"), page => page.FormStarting("Retirer ma demande à"), "ReferralChangedForPartner (mailed)", "RequestClosed", "StaffAttention"),
        new("was not called back", s => s.MailedAccepted(), s => s.StructureAsync("/rappel"), page => page.Form("Prévenir l’équipe PLUS"), "StaffAttention"),
        new("withdraws its request", s => s.MailedAccepted().SentByHand(), s => s.StructureAsync("/retrait"), page => page.Form("Retirer ma demande"), "ReferralChangedForPartner (mailed)", "RequestClosed", "StaffAttention"),
        new("withdraws a request that nobody had", s => s.ProposedToMailed(), s => s.StructureAsync("/retrait"), page => page.Form("Retirer ma demande"), "RequestClosed", "StaffAttention"),
    ];

    private static readonly Act[] OfThePartner =
    [
        new("accepts", s => s.SentToMailed(), s => s.PartnerAsync(), page => page.Form("Je m’en occupe"), "FollowUpForPartner (mailed)", "ReferralAcceptedForStructure (mailed)"),
        new("declines while another is asked", s => s.SentToMailed().SentByHand(), s => s.PartnerAsync("/refus"), page => page.Form("Décliner la demande").Choose("Plus de capacité"), "ReferralDeclinedForStructure (mailed)"),
        new("declines for want of a piece while another is asked", s => s.SentToMailed().SentByHand(), s => s.PartnerAsync("/refus"), page => page.Form("Décliner la demande").Choose("Il manque une information"), "ReferralDeclinedForStructure (mailed)", "StaffAttention"),
        new("declines, the last one", s => s.SentToMailed(), s => s.PartnerAsync("/refus"), page => page.Form("Décliner la demande").Choose("Plus de capacité"), "ReferralDeclinedForStructure (mailed)", "StaffAttention"),
        new("declines, which ends the request", s => s.SentToMailedAfterHelpByHand(), s => s.PartnerAsync("/refus"), page => page.Form("Décliner la demande").Choose("Plus de capacité"), "ReferralDeclinedForStructure (mailed)", "RequestClosed"),
        new("hands back", s => s.MailedAccepted(), s => s.PartnerAsync("/restitution"), page => page.Form("Rendre la demande").Choose("Plus de capacité"), "ReferralDeclinedForStructure (mailed)", "StaffAttention"),
        new("hands back while another is asked", s => s.MailedAccepted().SentByHand(), s => s.PartnerAsync("/restitution"), page => page.Form("Rendre la demande").Choose("Plus de capacité"), "ReferralDeclinedForStructure (mailed)", "StaffAttention"),
        new("asks its question", s => s.SentToMailed(), s => s.PartnerAsync("/question"), page => page.Form("Envoyer ma question").Fill("Votre question", "Quel budget ?"), "QuestionForStructure"),
        new("ends its support, which waits for the structure", s => s.MailedAccepted(), s => s.PartnerAsync("/cloture"), page => page.Form("Terminer mon suivi").Choose("Aide apportée").Choose("Besoin traité en entier"), "OutcomeToConfirm (mailed)"),
        new("ends its support while another is asked", s => s.MailedAccepted().SentByHand(), s => s.PartnerAsync("/cloture"), page => page.Form("Terminer mon suivi").Choose("Aide apportée").Choose("Besoin traité en entier"), "OutcomeToConfirm (mailed)"),
        new("ends its support without solution", s => s.MailedAccepted(), s => s.PartnerAsync("/cloture"), page => page.Form("Terminer mon suivi").Choose("Échange sans solution").Choose("Besoin traité en partie"), "ReferralEndedForStructure (mailed)", "StaffAttention"),
    ];

    [Fact]
    public Task Acts_of_staff_tell_whom_the_table_says() => TryAsync(OfStaff);

    [Fact]
    public Task Acts_of_the_structure_tell_whom_the_table_says() => TryAsync(OfTheStructure);

    [Fact]
    public Task Acts_of_a_partner_tell_whom_the_table_says() => TryAsync(OfThePartner);

    [Fact]
    public async Task Save_of_an_act_that_nobody_announced_is_refused()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        await using var scope = fixture.Portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var stored = await db.OrientationRequests.SingleAsync(row => row.Id == request.Id, TestContext.Current.CancellationToken);
        stored.ProveAddress(A.Now);

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        await scope.ServiceProvider.GetRequiredService<Announcer>().AnnounceAsync(stored, TestContext.Current.CancellationToken);
        Assert.True(await db.SaveChangesAsync(TestContext.Current.CancellationToken) > 0);
    }

    private async Task TryAsync(IReadOnlyList<Act> acts)
    {
        var ct = TestContext.Current.CancellationToken;
        var cast = await ActCast.GatherAsync(fixture);
        var seen = new List<string>();
        foreach (var act in acts)
        {
            var stage = act.Before(new ActStage(cast));
            await stage.StoreAsync();
            var events = stage.Request.LastEventNumber;
            var answer = await act.Fill(await act.Open(stage)).SubmitAsync();
            Assert.True(answer.Status == System.Net.HttpStatusCode.OK, $"{act.Does}: {answer.Status} {answer.Text}");
            Assert.True((await fixture.ReadAsync(stage.Request.Id)).LastEventNumber > events, $"{act.Does}: nothing was recorded. {answer.Text}");
            seen.Add(act.Line(await stage.AnnouncedAsync(ct)));
        }

        Assert.Equal(acts.Select(act => act.Line(act.Announces)), seen);
    }

    private static void Asked(ActStage stage) => stage.Request.AskStructure("Combien de bénévoles ?", A.Staff(), A.Now, A.Day);

    private static void Noted(ActStage stage) => stage.Request.AddNote("Vu avec Ophélie.", A.Staff(), A.Now);

    private static void MailedAsks(ActStage stage) => stage.Request.RequestInformation(stage.Mailed.Id, "Quel budget ?", A.Partner(), A.Now, A.Day);

    private static void ByHandAsks(ActStage stage) => stage.Request.RequestInformation(stage.ByHand.Id, "Quel budget ?", A.Staff(), A.Now, A.Day);

    private static void MailedDeclines(ActStage stage) => stage.Request.DeclineReferral(stage.Mailed.Id, Full, A.Partner(), A.Now, A.Day);

    private static void ByHandDeclines(ActStage stage) => stage.Request.DeclineReferral(stage.ByHand.Id, Full, A.Staff(), A.Now, A.Day);

    private static void MailedExpires(ActStage stage) => stage.Request.ExpireReferral(stage.Mailed.Id, Author.Job, A.Now, A.DayOf(stage.Mailed.ExpiresOn!.Value.AddDays(1)));

    private static void MailedConfirmed(ActStage stage) => stage.Request.ConfirmOutcome(stage.Mailed.Id, Author.Structure, A.Now, A.Day);

    private static void HelpedByMailed(ActStage stage) => stage.Request.CompleteReferral(stage.Mailed.Id, ReferralOutcomes.AideApportee, null, A.Partner(), A.Now, A.Day);

    private static void MailedFindsNothing(ActStage stage) => stage.Request.CompleteReferral(stage.Mailed.Id, ReferralOutcomes.EchangeSansSolution, null, A.Partner(), A.Now, A.Day);

    private static void Ended(ActStage stage) => stage.Request.Close(ClosingReasons.StructureInjoignable, null, null, A.Staff(), A.Now, A.Day);

    /// <summary>An act, and what it queues.</summary>
    /// <param name="Does">What is done.</param>
    /// <param name="Before">What happened before.</param>
    /// <param name="Open">Page of the act.</param>
    /// <param name="Fill">Its form.</param>
    /// <param name="Announces">Kinds of messages; none when nobody is told.</param>
    private sealed record Act(string Does, Func<ActStage, ActStage> Before, Func<ActStage, Task<HtmlPage>> Open, Func<HtmlPage, HtmlForm> Fill, params string[] Announces)
    {
        public string Line(IEnumerable<string> told) => $"{Does}: {(told.Any() ? string.Join(", ", told) : "nothing")}";
    }
}

/// <summary>Forms whose button names an actor.</summary>
file static class NamedButtons
{
    public static HtmlForm FormStarting(this HtmlPage page, string start) =>
        page.Form(page.Document.QuerySelectorAll("main form button").Select(button => PageText.Normalise(button.TextContent)).Single(text => text.StartsWith(PageText.Normalise(start), StringComparison.Ordinal)));
}
