using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Testing.Builders;

/// <summary>A request just sent by an association of Toul that lets PLUS choose; its address is not proven yet. <see cref="RequestSteps"/> takes it further.</summary>
public sealed class RequestBuilder
{
    // Far from the numbers that the sequence gives, for tests that use both.
    private const int FirstReference = 900_000;

    private readonly int number = A.Number();
    private Declaration declaration;
    private Contact contact;
    private TransmissionRule transmissionRule = TransmissionRule.PlusChooses;
    private Author by = new(AuthorKind.Structure, null, Channel.RequestForm);
    private Guid? precededById;
    private bool isUrgent;
    private DateTimeOffset now = A.Now;
    private PlusDay today = A.Day;

    public RequestBuilder()
    {
        declaration = new Declaration
        {
            Stage = Stages.Developper,
            SubStage = SubStages.Consolidation,
            LegalForm = LegalForms.AssociationLoi1901,
            StructureName = $"Association imaginaire {number}",
            Place = A.Toul,
            CommuneName = "Toul",
            StaffBand = StaffBands.From1To2,
            Title = $"Besoin inventé {number}",
            Need = "Texte libre inventé pour un essai, assez long pour être accepté par le formulaire.",
            Themes = [Themes.ModeleEconomique],
        };
        contact = new Contact { Name = $"Camille Inventée{number}", Email = $"camille{number}@example.org", Channel = ContactChannels.Courriel };
    }

    /// <summary>Any part of the declaration: <c>.Declaring(d => d with { Stage = null })</c>.</summary>
    public RequestBuilder Declaring(Func<Declaration, Declaration> change)
    {
        declaration = change(declaration);
        return this;
    }

    public RequestBuilder At(Place place, string communeName) => Declaring(current => current with { Place = place, CommuneName = communeName });

    public RequestBuilder From(Func<Contact, Contact> change)
    {
        contact = change(contact);
        return this;
    }

    /// <summary>« Demandez-moi avant chaque transmission ».</summary>
    public RequestBuilder AskingFirst()
    {
        transmissionRule = TransmissionRule.AskMeFirst;
        return this;
    }

    /// <summary>Whoever sends it; the structure unless said otherwise.</summary>
    public RequestBuilder SentBy(Author author)
    {
        by = author;
        return this;
    }

    /// <summary>Begun from the tracking page of another.</summary>
    public RequestBuilder PrecededBy(OrientationRequest other)
    {
        precededById = other.Id;
        return this;
    }

    /// <summary>A signal of urgency holds.</summary>
    public RequestBuilder Urgent()
    {
        isUrgent = true;
        return this;
    }

    public RequestBuilder SentOn(DateTimeOffset at, DateOnly dayInParis)
    {
        now = at;
        today = today with { Date = dayInParis };
        return this;
    }

    /// <summary>PLUS works on other days than usual.</summary>
    public RequestBuilder Counting(PlusCalendar calendar)
    {
        today = today with { Calendar = calendar };
        return this;
    }

    public OrientationRequest Build()
    {
        var request = OrientationRequest.Submit(
            new NewRequest
            {
                Reference = RequestReference.Of(2026, FirstReference + number),
                PrecededById = precededById,
                Declaration = declaration,
                Contact = contact,
                TransmissionRule = transmissionRule,
                ConsentTextVersion = "essai-1",
                By = by,
            },
            now,
            today);
        if (isUrgent) request.RecordMatching(UrgentResult(), now, today, Author.Job);
        return request;
    }

    private static MatchResult UrgentResult() => new()
    {
        RulesVersion = 1,
        Signals = [new DetectedSignal(TriageSignals.UrgentDifficulte, "Des salaires sont menacés.")],
        Proposals = [],
        Excluded = [],
    };
}
