using System.Text.Json;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Requests;

public sealed class RequestTriageTests
{
    private static readonly Author Staff = A.Staff();
    private static readonly DateTimeOffset Later = A.Now.AddHours(1);

    [Fact]
    public void Submission_records_who_when_and_through_what_and_waits_two_working_days_for_PLUS()
    {
        var request = A.Request().Build();

        var first = Assert.Single(request.Timeline);
        Assert.Equal((1, EventKind.Submitted, AuthorKind.Structure, Channel.RequestForm, A.Now, RequestStatus.Submitted), (first.Number, first.Kind, first.AuthorKind, first.Channel, first.At, first.StatusAfter));
        Assert.Equal((RequestStatus.Submitted, WaitsFor.Plus, new DateOnly(2026, 3, 4)), (request.Status, request.WaitsFor, request.NextDueOn));
        Assert.Equal((1, 1), (request.Round, request.LastEventNumber));
        Assert.Null(request.AddressProvenAt);
    }

    [Theory]
    [InlineData(TriageSignals.UrgentDifficulte, true)]
    [InlineData(TriageSignals.DetressePersonne, true)]
    [InlineData(TriageSignals.BesoinFlou, false)]
    public void Urgency_follows_from_the_signals_and_is_due_the_same_day(string signal, bool isUrgent)
    {
        var request = A.Request().Build();
        var result = new MatchResult { RulesVersion = 1, Signals = [new DetectedSignal(signal, "Pourquoi.")], Proposals = [], Excluded = [] };

        request.RecordMatching(result, Later, A.Day, Author.Job);

        Assert.Equal(isUrgent, request.IsUrgent);
        Assert.Equal(isUrgent ? A.Today : new DateOnly(2026, 3, 4), request.NextDueOn);
        Assert.Equal([signal], request.SignalCodes);
        Assert.Equal((EventKind.Matched, Later), (request.Timeline[^1].Kind, request.MatchedAt));
    }

    [Fact]
    public void Address_is_proven_once_whether_by_the_link_or_by_staff()
    {
        var request = A.Request().Build();

        request.ProveAddress(A.Now);
        request.ProveAddress(Later);
        request.VouchForAddress(Staff, Later);

        Assert.Equal(A.Now, request.AddressProvenAt);
        Assert.Equal((EventKind.AddressProven, AuthorKind.Structure, Channel.TrackingPage), Last(request));
        Assert.Equal(2, request.LastEventNumber);
    }

    [Fact]
    public void Staff_vouch_for_an_address_and_nobody_else_does()
    {
        var request = A.Request().Build();
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.VouchForAddress(Author.Structure, Later));

        request.VouchForAddress(Staff, Later);

        Assert.Equal(Later, request.AddressProvenAt);
        Assert.Equal((EventKind.AddressVouchedFor, AuthorKind.Staff, Channel.StaffPage), Last(request));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Corrected_address_is_proven_anew_and_the_former_one_is_kept_nowhere(bool isClosed)
    {
        var request = A.Request().From(contact => contact with { Email = "faute@example.org" }).Build();
        request.ProveAddress(A.Now);
        if (isClosed) request.Close(ClosingReasons.AucunActeur, "Plus tard.", null, Staff, A.Now, A.Day);
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.CorrectAddress("juste@example.org", Author.Structure, Later));
        Rule.Refuses(RuleCode.AlreadyDone, request, () => request.CorrectAddress("Faute@example.org", Staff, Later));

        request.CorrectAddress("juste@example.org", Staff, Later);

        Assert.Equal(("juste@example.org", (DateTimeOffset?)null), (request.Contact.Email, request.AddressProvenAt));
        Assert.Equal((EventKind.AddressCorrected, AuthorKind.Staff, Channel.StaffPage), Last(request));
        Assert.DoesNotContain("faute@", JsonSerializer.Serialize(request), StringComparison.Ordinal);
        request.ProveAddress(Later);
        Assert.Equal(Later, request.AddressProvenAt);
    }

    [Fact]
    public void Taking_a_request_starts_its_triage_and_names_who_is_in_charge()
    {
        var request = A.Request().Build();
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.TakeInCharge(A.Partner(), Later, A.Day));

        request.TakeInCharge(Staff, Later, A.Day);

        Assert.Equal((RequestStatus.InTriage, Staff.UserId, A.Now), (request.Status, request.AssigneeId, request.WaitingSince));
        Assert.Equal((EventKind.TakenInCharge, AuthorKind.Staff, Channel.StaffPage), Last(request));
        Assert.Equal((RequestStatus.InTriage, Staff.UserId), (request.Timeline[^1].StatusAfter, request.Timeline[^1].AuthorId));
    }

    [Fact]
    public void Colleague_takes_over_without_moving_the_request()
    {
        var request = A.Request().Build().InTriage();
        var colleague = A.Staff();

        request.TakeInCharge(colleague, Later, A.Day);

        Assert.Equal((RequestStatus.InTriage, colleague.UserId, A.Now), (request.Status, request.AssigneeId, request.WaitingSince));
    }

    [Fact]
    public void Request_is_given_to_somebody_and_released()
    {
        var request = A.Request().Build().InTriage();
        var colleague = Guid.CreateVersion7(A.Now);
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.Assign(colleague, Author.Job, Later));

        request.Assign(colleague, Staff, Later);
        Assert.Equal((colleague, EventKind.Assigned), (request.AssigneeId!.Value, request.Timeline[^1].Kind));

        request.Assign(null, Staff, Later);
        Assert.Equal((null, EventKind.Released), (request.AssigneeId, request.Timeline[^1].Kind));
    }

    [Fact]
    public void Correction_stands_beside_the_declaration()
    {
        var request = A.Request().Build();

        request.Correct(Correction(stage: Stages.Demarrer, subStage: SubStages.Creation, themes: [Themes.PretGarantie]), Staff, Later);

        Assert.Equal((Stages.Demarrer, SubStages.Creation), (request.Stage, request.SubStage));
        Assert.Equal([Themes.PretGarantie], request.Themes);
        Assert.Equal((Stages.Developper, SubStages.Consolidation), (request.Declared.Stage, request.Declared.SubStage));
        Assert.Equal((EventKind.Corrected, AuthorKind.Staff, Channel.StaffPage), Last(request));
    }

    [Fact]
    public void Corrected_stage_drops_the_sub_stage_of_another_one()
    {
        var request = A.Request().Build();

        request.Correct(Correction(stage: Stages.Transformer), Staff, Later);

        Assert.Null(request.SubStage);
    }

    [Fact]
    public void Corrected_commune_decides_the_departement_and_what_the_matcher_reads()
    {
        var request = A.Request().Build();

        request.Correct(Correction() with { Place = A.Metz, CommuneName = "Metz" }, Staff, Later);

        Assert.Equal(("57463", "57", "Metz"), (request.CommuneCode, request.Departement, request.CommuneName));
        Assert.Equal(A.Metz, request.ToCriteria().Place);
    }

    public static TheoryData<Correction> WrongCorrections { get; } = new(
        Correction(stage: "inconnue"),
        Correction(subStage: SubStages.Creation),
        Correction(stage: Stages.Demarrer, subStage: SubStages.Consolidation),
        Correction(themes: ["inconnu"]),
        Correction(themes: [Themes.PretGarantie, Themes.FondsPropres, Themes.ModeleEconomique, Themes.EmploiPartage]));

    [Theory]
    [MemberData(nameof(WrongCorrections), DisableDiscoveryEnumeration = true)]
    public void Correction_outside_the_vocabulary_is_refused(Correction correction)
    {
        var request = A.Request().Build();

        Rule.Refuses(RuleCode.UnknownCode, request, () => request.Correct(correction, Staff, Later));
    }

    [Fact]
    public void Question_waits_for_the_structure_and_its_answer_brings_the_request_back()
    {
        var request = A.Request().Build().InTriage();

        request.AskStructure(" Combien de salariés ? ", Staff, Later, A.Day);
        Assert.Equal((RequestStatus.NeedsInformation, WaitsFor.Structure, new DateOnly(2026, 3, 12)), (request.Status, request.WaitsFor, request.NextDueOn));
        Assert.Equal((EventKind.QuestionAsked, AuthorKind.Staff, Channel.StaffPage), Last(request));
        Assert.Equal((NoteKind.QuestionToStructure, "Combien de salariés ?"), (request.Notes[^1].Kind, request.Notes[^1].Text));

        request.AnswerQuestion("Deux.", Author.Structure, Later, A.Day);
        Assert.Equal((RequestStatus.InTriage, WaitsFor.Plus), (request.Status, request.WaitsFor));
        Assert.Equal((EventKind.QuestionAnswered, AuthorKind.Structure, Channel.TrackingPage), Last(request));
        Assert.Equal(NoteKind.AnswerFromStructure, request.Notes[^1].Kind);
    }

    [Fact]
    public void Question_needs_words_a_request_in_triage_and_a_member_of_staff()
    {
        var submitted = A.Request().Build();
        Rule.Refuses(RuleCode.IllegalRequestTransition, submitted, () => submitted.AskStructure("Combien ?", Staff, Later, A.Day));

        var request = A.Request().Build().InTriage();
        Rule.Refuses(RuleCode.ReasonRequired, request, () => request.AskStructure("  ", Staff, Later, A.Day));
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.AskStructure("Combien ?", A.Partner(), Later, A.Day));
        Rule.Refuses(RuleCode.NoOpenQuestion, request, () => request.AnswerQuestion("Deux.", Author.Structure, Later, A.Day));
        Rule.Refuses(RuleCode.NoOpenQuestion, request, () => request.DropQuestion(Staff, Later, A.Day));

        request.AskStructure("Combien ?", Staff, Later, A.Day);
        Rule.Refuses(RuleCode.ReasonRequired, request, () => request.AnswerQuestion("", Author.Structure, Later, A.Day));
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.AnswerQuestion("Deux.", A.Partner(), Later, A.Day));
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.DropQuestion(Author.Structure, Later, A.Day));
    }

    [Fact]
    public void Staff_take_the_request_back_without_an_answer()
    {
        var request = A.Request().Build().InTriage();
        request.AskStructure("Combien ?", Staff, A.Now, A.Day);

        request.DropQuestion(Staff, Later, A.Day);

        Assert.Equal((RequestStatus.InTriage, EventKind.QuestionDropped), (request.Status, request.Timeline[^1].Kind));
    }

    [Fact]
    public void Summary_and_note_are_for_staff_to_write()
    {
        var request = A.Request().Build().InTriage();
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.WriteSummary("Résumé.", A.Partner(), Later));
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.AddNote("Note.", Author.Structure, Later));
        Rule.Refuses(RuleCode.ReasonRequired, request, () => request.AddNote(" ", Staff, Later));

        request.WriteSummary(" Résumé. ", Staff, Later);
        Assert.Equal(("Résumé.", EventKind.SummaryWritten), (request.Summary, request.Timeline[^1].Kind));

        request.AddNote("Note.", Staff, Later);
        Assert.Equal((NoteKind.Internal, EventKind.NoteAdded), (request.Notes[^1].Kind, request.Timeline[^1].Kind));
    }

    [Fact]
    public void Nobody_called_back_puts_the_request_on_the_list_of_the_day()
    {
        var request = A.Request().Build();
        request.AcceptedBy(A.SupportOffer().Build());
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.ReportNotCalledBack(null, A.Partner(), Later, A.Day));

        request.ReportNotCalledBack("Personne n'a appelé.", Author.Structure, Later, A.Day);

        Assert.Equal((WaitsFor.Plus, A.Day, RequestStatus.InProgress), (request.WaitsFor, request.NextDueOn!.Value, request.Status));
        Assert.Equal((EventKind.NotCalledBack, AuthorKind.Structure, Channel.TrackingPage), Last(request));
        Assert.Equal(NoteKind.MessageFromStructure, request.Notes[^1].Kind);
    }

    [Fact]
    public void Nobody_called_back_said_again_the_same_day_is_no_news_and_without_a_word_nothing_at_all()
    {
        var request = A.Request().Build();
        request.AcceptedBy(A.SupportOffer().Build());
        request.ReportNotCalledBack(null, Author.Structure, Later, A.Day);
        request.TakeUnannounced();
        var events = request.LastEventNumber;

        request.ReportNotCalledBack(" ", Author.Structure, Later, A.Day);
        Assert.Equal(events, request.LastEventNumber);

        request.ReportNotCalledBack("Toujours personne.", Author.Structure, Later, A.Day);
        Assert.Equal((events + 1, "Toujours personne.", false), (request.LastEventNumber, request.Notes[^1].Text, request.HasUnannounced));

        request.ReportNotCalledBack(null, Author.Structure, Later.AddDays(1), A.DayOf(A.Today.AddDays(1)));
        Assert.True(request.HasUnannounced);
    }

    [Fact]
    public void Events_are_numbered_without_gap()
    {
        var request = A.Request().Build();
        request.AcceptedBy(A.SupportOffer().Build());

        Assert.Equal(Enumerable.Range(1, request.LastEventNumber), request.Timeline.Select(entry => entry.Number));
    }

    private static Correction Correction(string? stage = null, string? subStage = null, IReadOnlyList<string>? themes = null) =>
        new() { Stage = stage, SubStage = subStage, Themes = themes, ById = Staff.UserId!.Value, At = Later };

    private static (EventKind, AuthorKind, Channel) Last(OrientationRequest request) =>
        (request.Timeline[^1].Kind, request.Timeline[^1].AuthorKind, request.Timeline[^1].Channel);
}
