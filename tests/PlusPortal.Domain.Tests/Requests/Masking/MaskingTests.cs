using System.Text.Json;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Triage;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Requests.Masking;

/// <summary>Staff mask passages of a request, or leave them with a reason.</summary>
public sealed class MaskingTests
{
    private const string Canary = "Mme Zénobie Canari";
    private const string Unseen = "Zénobie Canari";

    private static readonly MatchResult Empty = new() { RulesVersion = 1, Proposals = [], Excluded = [] };

    [Fact]
    public void A_passage_is_masked_in_every_text()
    {
        var (request, _) = Told();

        request.MaskPassages(Order(Unseen), A.Staff(), A.Now);

        Assert.DoesNotContain("Canari", JsonSerializer.Serialize(request), StringComparison.Ordinal);
        Assert.Equal($"Aider {PassageMask.Mark}", request.Declared.Title);
        Assert.Equal(PassageMask.Mark, request.Declared.LegalFormDetail);
        Assert.All(request.Notes, note => Assert.Contains(PassageMask.Mark, note.Text, StringComparison.Ordinal));
        Assert.Contains(PassageMask.Mark, request.Summary, StringComparison.Ordinal);
        var masked = Assert.Single(request.Masks!.Masked);
        Assert.Equal(
            [MaskPlace.Title, MaskPlace.Need, MaskPlace.AlreadyMet, MaskPlace.LegalFormDetail, MaskPlace.Summary, MaskPlace.Exchange, MaskPlace.Internal],
            masked.Places.Order());
        Assert.Equal((SensitiveKinds.None, (string?)null), (masked.Kinds, masked.Original));
    }

    [Fact]
    public void The_name_of_the_structure_is_masked_when_staff_say_so_alone()
    {
        var request = A.Request().Declaring(declared => declared with { StructureName = "Atelier Canari", Need = "L’atelier Canari cherche un local." }).Build();

        request.MaskPassages(Order("Canari"), A.Staff(), A.Now);
        Assert.Equal("Atelier Canari", request.Declared.StructureName);
        request.MaskPassages(Order("Canari") with { InStructureName = true }, A.Staff(), A.Now);

        Assert.Equal($"Atelier {PassageMask.Mark}", request.Declared.StructureName);
    }

    [Fact]
    public void A_passage_that_stands_nowhere_is_refused_and_nothing_is_masked()
    {
        var (request, _) = Told();
        var before = JsonSerializer.Serialize(request);

        Assert.Equal(RuleCode.PassageNotFound, BrokenBy(() => request.MaskPassages(Order(Unseen, "jamais écrit"), A.Staff(), A.Now)));
        Assert.Equal(RuleCode.PassageNotFound, BrokenBy(() => request.MaskPassages(Order(), A.Staff(), A.Now)));
        Assert.Equal(RuleCode.PassageNotFound, BrokenBy(() => request.LeavePassages([("jamais écrit", "Motif.")], A.Staff(), A.Now)));
        Assert.Equal(RuleCode.ReasonRequired, BrokenBy(() => request.LeavePassages([(Unseen, " ")], A.Staff(), A.Now)));

        Assert.Equal(before, JsonSerializer.Serialize(request));
    }

    [Fact]
    public void The_words_are_kept_only_where_they_must_be()
    {
        var (request, _) = Told();

        request.MaskPassages(Order(Unseen) with { KeepsOriginals = true }, A.Staff(), A.Now);

        Assert.Equal(Unseen, Assert.Single(request.Masks!.Masked).Original);
        Assert.DoesNotContain("Canari", JsonSerializer.Serialize(request.Declared), StringComparison.Ordinal);
    }

    [Fact]
    public void The_stored_explanation_goes_and_what_the_masked_text_gives_takes_its_place()
    {
        var (request, _) = Told();
        request.RecordMatching(Empty with { Signals = [new DetectedSignal(TriageSignals.DetressePersonne, $"Des mots : {Unseen}"), new DetectedSignal(TriageSignals.DonneesSensibles, "Un nom.")] }, A.Now, A.Day, Author.Job);
        var events = request.LastEventNumber;

        request.MaskPassages(Order(Unseen), A.Staff(), A.Now);
        Assert.Null(request.Matching);
        request.ReplaceMatching(Empty, A.Now.AddMinutes(1));

        Assert.Equal(events + 1, request.LastEventNumber);
        Assert.Equal([TriageSignals.DetressePersonne], request.SignalCodes);
        Assert.True(request.IsUrgent);
        Assert.DoesNotContain("Canari", JsonSerializer.Serialize(request.Matching), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => request.ReplaceMatching(Empty, A.Now));
    }

    [Fact]
    public void Nothing_is_sent_until_every_proposed_passage_is_masked_or_left()
    {
        var (request, offer) = (WithTwoPassages(), A.SupportOffer().Build());
        var referral = request.Proposing(offer);
        Assert.Equal([Canary, "06 12 34 56 78"], request.PassagesThatWait().Select(passage => passage.Text));
        Assert.Equal(RuleCode.SensitivePassageLeft, BrokenBy(() => Send()));

        request.MaskPassages(Order(Canary), A.Staff(), A.Now);
        Assert.Equal(RuleCode.SensitivePassageLeft, BrokenBy(() => Send()));
        request.LeavePassages([("06 12 34 56 78", "C’est le numéro de la mairie.")], A.Staff(), A.Now);
        Send();

        Assert.Equal(ReferralStatus.Sent, referral.Status);
        Assert.Empty(request.PassagesThatWait());
        Assert.Equal("C’est le numéro de la mairie.", Assert.Single(request.Masks!.Left).Reason);

        void Send() => request.SendReferral(referral.Id, offer, isByHand: false, A.Staff(), A.Now, A.Day);
    }

    [Fact]
    public void A_summary_that_names_somebody_stops_the_sending_too()
    {
        var (request, offer) = (A.Request().Build(), A.SupportOffer().Build());
        var referral = request.Proposing(offer);
        request.WriteSummary($"{Canary} demande un local.", A.Staff(), A.Now);

        Assert.Equal(RuleCode.SensitivePassageLeft, request.RefusalFor(Acts.SendReferral, referral, A.Staff()));
        request.WriteSummary("L’association demande un local.", A.Staff(), A.Now);
        Assert.Null(request.RefusalFor(Acts.SendReferral, referral, A.Staff()));
    }

    [Fact]
    public void A_summary_that_an_actor_reads_already_brings_it_no_passage()
    {
        var request = A.Request().Build();
        request.WriteSummary("L’association demande un local.", A.Staff(), A.Now);
        request.Sending(A.SupportOffer().Build());

        Assert.Equal(RuleCode.SensitiveSummary, BrokenBy(() => request.WriteSummary($"{Canary} demande un local.", A.Staff(), A.Now)));
        Assert.Equal("L’association demande un local.", request.Summary);
    }

    [Fact]
    public void Reason_of_an_erasure_names_nobody_of_the_request()
    {
        var request = A.Request().Declaring(declared => declared with { Need = "Notre présidente, Anne-Lise Kuhn, cherche un local pour trente personnes." }).Build();

        foreach (var reason in new[] { "Anne-Lise a téléphoné.", "Demandé par kuhn.al@example.org.", $"Demandé par {request.Contact.Name}." })
            Assert.Equal(RuleCode.ReasonNamesSomebody, BrokenBy(() => request.AskErasure(IdentityChecks.Rappel, reason, A.Staff(), A.Now)));
        Assert.Equal(RuleCode.ReasonRequired, BrokenBy(() => request.AskErasure(IdentityChecks.Rappel, " ", A.Staff(), A.Now)));
        request.AskErasure(IdentityChecks.Rappel, "Demandé par téléphone lundi. Notre appel au numéro enregistré l’a confirmé.", A.Staff(), A.Now);
    }

    [Fact]
    public void An_actor_is_not_asked_again_while_a_passage_waits_but_an_outcome_is_corrected()
    {
        var request = A.Request().Build();
        var referral = request.Sending(A.SupportOffer().Build());
        request.RequestInformation(referral.Id, $"Est-ce {Canary} qui préside ?", A.Partner(), A.Now, A.Day);
        request.GiveInformation(referral.Id, "Oui.", Author.Structure, A.Now, A.Day);
        var other = request.AcceptedBy(A.SupportOffer().Build());
        request.CompleteReferral(other.Id, ReferralOutcomes.Injoignable, null, A.Partner(), A.Now, A.Day);
        request.DeclineReferral(referral.Id, new Decline(DeclineReasons.Capacite, null, null), A.Partner(), A.Now, A.Day);

        Assert.Equal(RuleCode.SensitivePassageLeft, request.RefusalFor(Acts.CorrectReferral, referral, A.Staff()));
        Assert.Null(request.RefusalFor(Acts.CorrectReferral, other, A.Staff()));
    }

    [Fact]
    public void Nobody_answers_an_actor_with_a_name_and_what_is_personal_can_be_masked_on_the_way()
    {
        var request = A.Request().Build();
        var referral = request.Sending(A.SupportOffer().Build());
        request.RequestInformation(referral.Id, "Qui préside ?", A.Partner(), A.Now, A.Day);

        Assert.Equal(RuleCode.SensitiveAnswer, BrokenBy(() => request.GiveInformation(referral.Id, $"C’est {Canary}.", A.Staff(), A.Now, A.Day)));
        Assert.Equal(RuleCode.SensitiveAnswer, BrokenBy(() => request.GiveInformation(referral.Id, $"C’est {Canary}.", Author.Structure, A.Now, A.Day)));
        Assert.Equal(ReferralStatus.InformationRequested, referral.Status);
        request.GiveInformation(referral.Id, request.WithoutSensitive($"C’est {Canary}."), Author.Structure, A.Now, A.Day);

        Assert.Empty(request.PassagesThatWait());
        Assert.Equal("C’est [passage masqué].", request.Notes[^1].Text);
    }

    [Fact]
    public void What_was_left_is_masked_with_the_rest()
    {
        var request = WithTwoPassages();
        request.LeavePassages([(Canary, "Elle préside, Canari le veut."), ("06 12 34 56 78", "Mairie.")], A.Staff(), A.Now);

        request.MaskPassages(Order("canari"), A.Staff(), A.Now);

        Assert.DoesNotContain("Canari", JsonSerializer.Serialize(request.Masks), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["Mme Zénobie"], request.PassagesThatWait().Select(passage => passage.Text));
    }

    [Fact]
    public void Those_who_had_read_it_are_told_once_and_nobody_else()
    {
        var (request, referral) = Told();
        var byHand = request.Sending(A.SupportOffer().Build(), isByHand: true);
        request.Proposing(A.SupportOffer().Build());

        Assert.Equal(
            [(MailKind.PassageMaskedForStructure, request.Id), (MailKind.PassageMaskedForPartner, referral.Id), (MailKind.StaffAttention, request.Id)],
            NoticesOf(request, Unseen, "Résumé"));
        Assert.True(byHand.IsByHand);
    }

    [Fact]
    public void A_text_that_PLUS_alone_reads_is_masked_in_silence()
    {
        var (request, _) = Told();
        request.AddNote("Vu avec Ophélie.", A.Staff(), A.Now);

        Assert.Empty(NoticesOf(request, "Ophélie"));
    }

    [Fact]
    public void An_answer_to_one_actor_is_told_to_that_one()
    {
        var (request, referral) = Told();
        var other = request.Sending(A.SupportOffer().Build());
        request.RequestInformation(other.Id, "Qui est Ophélie ?", A.Partner(), A.Now, A.Day);

        Assert.Equal([(MailKind.PassageMaskedForStructure, request.Id), (MailKind.PassageMaskedForPartner, other.Id)], NoticesOf(request, "Ophélie"));
        Assert.NotEqual(referral.Id, other.Id);
    }

    [Fact]
    public void A_closed_request_is_masked_and_its_actor_told()
    {
        var request = A.Request().Declaring(declared => declared with { Need = "Ophélie cherche un local pour son association." }).Build();
        var referral = request.AcceptedBy(A.SupportOffer().Build());
        request.Helped(referral);
        Assert.Equal(RequestStatus.Closed, request.Status);

        Assert.Equal([(MailKind.PassageMaskedForStructure, request.Id), (MailKind.PassageMaskedForPartner, referral.Id)], NoticesOf(request, "Ophélie"));
        request.ReplaceMatching(Empty, A.Now);
        Assert.Equal(RequestStatus.Closed, request.Status);
    }

    private static List<(MailKind, Guid)> NoticesOf(OrientationRequest request, params string[] passages)
    {
        request.TakeUnannounced();
        request.MaskPassages(Order(passages), A.Staff(), A.Now);
        return [.. AnnouncementTable.NoticesOf(request, request.TakeUnannounced()).Select(notice => (notice.Mail, notice.SubjectId))];
    }

    private static RuleCode BrokenBy(Action act) => Assert.Throws<DomainRuleException>(act).Code;

    private static MaskOrder Order(params string[] passages) => new() { Passages = passages };

    private static OrientationRequest WithTwoPassages() => A.Request()
        .Declaring(declared => declared with { Title = $"Aider {Canary}", Need = $"{Canary} préside. Le numéro est le 06 12 34 56 78." }).Build();

    /// <summary>A request that an actor was sent; a name that nothing proposes stands in each of its texts but those of the conversation with PLUS.</summary>
    private static (OrientationRequest Request, Referral Referral) Told()
    {
        var request = A.Request().Declaring(declared => declared with
        {
            Title = $"Aider {Unseen}",
            Need = $"{Unseen.ToUpperInvariant()} cherche un local, et zénobie  canari veut une salle.",
            AlreadyMetText = $"Vu avec {Unseen}",
            LegalForm = LegalForms.Autre,
            LegalFormDetail = Unseen,
        }).Build();
        var referral = request.Sending(A.SupportOffer().Build());
        request.RequestInformation(referral.Id, $"Qui est {Unseen} ?", A.Partner(), A.Now, A.Day);
        request.GiveInformation(referral.Id, $"{Unseen} décide.", Author.Structure, A.Now, A.Day);
        request.AddNote($"Vu {Unseen}.", A.Staff(), A.Now);
        request.WriteSummary($"Résumé : {Unseen} décide.", A.Staff(), A.Now);
        return (request, referral);
    }
}
