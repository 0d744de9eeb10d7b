using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Explanations;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Partner.Inbox;

/// <summary>Reads one referral for its partner: what it may see at this point, and nothing of anybody else's.</summary>
public sealed class ReferralReader(PortalDb db)
{
    /// <summary>The page of a referral; null when it is not one of this actor's.</summary>
    public async Task<ReferralPage?> ReadAsync(Guid referralId, Guid actorId, CancellationToken ct)
    {
        var request = await db.OrientationRequests.AsNoTracking().HoldingReferral(referralId, actorId)
            .Include(request => request.Referrals).Include(request => request.Notes).AsSplitQuery()
            .SingleOrDefaultAsync(ct);
        if (request is null) return null;
        var referral = request.Referrals.Single(referral => referral.Id == referralId);
        var others = request.Referrals.Where(other => other.Id != referralId && other.Round == referral.Round && other.SentAt is not null).OrderBy(other => other.SentAt).ToList();
        var otherIds = others.Select(other => other.ActorId).ToList();
        var names = await db.SupportActors.Where(actor => otherIds.Contains(actor.Id)).ToDictionaryAsync(actor => actor.Id, actor => actor.Name, ct);
        return ToPage(request, referral, others.ConvertAll(other => new Fact(names[other.ActorId], other.Status.ForStaff)));
    }

    /// <summary>What the partner may read.</summary>
    public static Access AccessTo(OrientationRequest request, Referral referral) => referral switch
    {
        { RevealsContact: true } => Access.RequestAndContact,
        { IsVisibleToPartner: true } => Access.Request,
        { Status: ReferralStatus.Expired } when MayMove(request, referral) => Access.Summary,
        _ => Access.None,
    };

    private static bool MayMove(OrientationRequest request, Referral referral) =>
        request.Status is not (RequestStatus.Closed or RequestStatus.Submitted or RequestStatus.NeedsInformation) && referral.Round == request.Round;

    private static ReferralPage ToPage(OrientationRequest request, Referral referral, IReadOnlyList<Fact> others)
    {
        var access = AccessTo(request, referral);
        var isReadable = access is Access.Request or Access.RequestAndContact;
        var mayMove = MayMove(request, referral);
        var reasons = isReadable ? request.Matching?.Proposals.FirstOrDefault(proposal => proposal.OfferId == referral.OfferId)?.Reasons ?? [] : [];
        return new ReferralPage
        {
            Id = referral.Id,
            Reference = request.Reference,
            Status = referral.Status,
            Access = access,
            IsUrgent = request.IsUrgent,
            SentOn = referral.SentAt!.Value.ParisDay,
            ExpiresOn = referral.ExpiresOn,
            ContactBy = referral is { Status: ReferralStatus.Accepted, AnsweredAt: { } at }
                ? WorkingDayCalendar.AddWorkingDays(at.ParisDay, Delays.For(request.IsUrgent).FirstContactWorkingDays, request.Departement)
                : null,
            Summary = access == Access.None ? null : request.Summary,
            Title = isReadable ? request.Declared.Title : null,
            Need = isReadable ? request.Declared.Need : null,
            Facts = access == Access.None ? [] : Facts(request, isReadable, access == Access.RequestAndContact),
            Contact = access == Access.RequestAndContact ? ContactOf(request.Contact) : [],
            ReasonsMet = Sentences(StrongestReasons.Of(reasons)),
            ToCheck = Sentences(reasons.Where(reason => reason.MustBeVerified())),
            Others = isReadable ? others : [],
            Exchange = isReadable ? ExchangeOf(request, referral) : [],
            Outcome = referral.ReferralOutcome is { } outcome ? ReferralOutcomes.All.LabelOf(outcome) : null,
            CanAnswer = mayMove && referral.Status is ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.Expired && access != Access.None,
            CanAsk = mayMove && referral is { Status: ReferralStatus.Sent, QuestionAskedAt: null },
            CanEnd = mayMove && referral.Status == ReferralStatus.Accepted,
        };
    }

    private static List<Fact> Facts(OrientationRequest request, bool isReadable, bool isAccepted)
    {
        var declared = request.Declared;
        var isProject = LegalForms.IsProject(declared.LegalForm);
        var facts = new List<Fact>();
        if (isReadable)
        {
            // A project is a person: it has no name before somebody has accepted.
            Add(isProject ? "Projet" : "Structure", isProject && !isAccepted ? "Nom communiqué si vous acceptez" : declared.StructureName);
        }

        Add("Étape", request.Stage is { } stage ? Stages.All.LabelOf(stage) : null);
        Add("Où en est la structure", request.SubStage is { } subStage ? SubStages.All.LabelOf(subStage) : null);
        Add("Thèmes", request.Themes.Count == 0 ? null : string.Join("\n", request.Themes.Select(Themes.All.LabelOf)));
        if (!isReadable) return facts;

        Add("Commune", $"{request.CommuneName} ({request.Departement})");
        Add("Forme juridique", LegalForms.All.LabelOf(declared.LegalForm));
        Add("Agréments", declared.Qualifications.Count == 0 ? null : string.Join("\n", declared.Qualifications.Select(Qualifications.All.LabelOf)));
        Add("Salariés", declared.StaffBand is { } staff ? StaffBands.All.LabelOf(staff) : null);
        Add("Budget annuel", declared.BudgetBand is { } budget ? BudgetBands.All.LabelOf(budget) : null);
        Add("Ancienneté", declared.AgeBand is { } age ? AgeBands.All.LabelOf(age) : null);
        Add("Échéance", declared.Deadline?.InWords);
        return facts;

        void Add(string label, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) facts.Add(new Fact(label, value));
        }
    }

    private static List<Fact> ContactOf(Contact contact)
    {
        var facts = new List<Fact> { new("Nom", contact.Name), new("E-mail", contact.Email) };
        if (contact.Phone is { Length: > 0 } phone) facts.Add(new Fact("Téléphone", phone));
        var slot = contact.Slot is { } code ? ", " + ContactSlots.All.LabelOf(code).ToLower(FrenchText.Culture) : "";
        facts.Add(new Fact("Préfère être contactée", ContactChannels.All.LabelOf(contact.Channel) + slot));
        return facts;
    }

    private static List<Fact> ExchangeOf(OrientationRequest request, Referral referral) =>
    [
        .. request.Notes.Where(note => note.ReferralId == referral.Id && note.Kind is NoteKind.QuestionFromPartner or NoteKind.AnswerToPartner)
            .OrderBy(note => note.At)
            .Select(note => new Fact(note.Kind == NoteKind.QuestionFromPartner ? "Votre question" : "Réponse", note.Text)),
    ];

    private static List<string> Sentences(IEnumerable<CriterionOutcome> reasons) => [.. reasons.Select(reason => PartnerSentences.Of(reason.Criterion, reason.Outcome))];
}
