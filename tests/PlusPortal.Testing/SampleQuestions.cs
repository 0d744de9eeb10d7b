using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Public.Orientation;
using PlusPortal.Web.Features.Public.Orientation.Situation;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared.Facts;

namespace PlusPortal.Testing;

/// <summary>
/// Closed questions that only the tests know, declared in exactly the way of docs/recipes.md: a list, a question, a
/// line among the pages. They are asked of one invented structure, so that every other journey stays as it is.
/// </summary>
public static class SampleQuestions
{
    /// <summary>Name of the structure that is asked.</summary>
    public const string AskedOf = "Structure des questions d’essai";

    /// <summary>Answers on offer.</summary>
    public static TermList Bands { get; } = new("sampleBand", [new("aucun", "Aucun d’essai"), new("quelques", "Quelques-uns d’essai"), new("beaucoup", "Beaucoup d’essai")]);

    /// <summary>Everybody reads its answer, on paper too.</summary>
    public static ClosedQuestion Volunteers { get; } = new()
    {
        Code = "sampleVolunteers",
        Slug = "essai-benevoles",
        Title = "Combien de bénévoles vous aident\u00A0?",
        Hint = "Une estimation suffit.",
        Answers = Bands,
        AppliesTo = IsAsked,
        Section = FactSection.Structure,
        Label = "Bénévoles d’essai",
        Change = "le nombre de bénévoles",
        Readers = FactReaders.CheckPage | FactReaders.Tracking | FactReaders.Staff | FactReaders.ActorLate | FactReaders.Actor | FactReaders.Summary | FactReaders.Mail | FactReaders.Print,
    };

    /// <summary>Several answers, for the structure and an actor that has accepted.</summary>
    public static ClosedQuestion Premises { get; } = new()
    {
        Code = "samplePremises",
        Slug = "essai-locaux",
        Title = "De quels locaux disposez-vous\u00A0?",
        Answers = Bands,
        MostAnswers = 2,
        AppliesTo = IsAsked,
        Section = FactSection.Structure,
        Label = "Locaux d’essai",
        Change = "les locaux",
        Readers = FactReaders.CheckPage | FactReaders.Tracking | FactReaders.Staff | FactReaders.ActorAccepted | FactReaders.Print,
    };

    /// <summary>For the structure before it sends, and for staff; on no paper.</summary>
    public static ClosedQuestion Insurance { get; } = new()
    {
        Code = "sampleInsurance",
        Slug = "essai-assurance",
        Title = "Êtes-vous assurés\u00A0?",
        Answers = Bands,
        AppliesTo = IsAsked,
        Section = FactSection.Need,
        Label = "Assurance d’essai",
        Change = "l’assurance",
        Readers = FactReaders.CheckPage | FactReaders.Staff,
    };

    /// <summary>Puts them among the pages of a portal, after the size of the structure.</summary>
    public static void Register(IServiceCollection services)
    {
        var pages = FormPages.All.ToList();
        pages.InsertRange(pages.IndexOf(SizeStep.Definition) + 1, [Volunteers, Premises, Insurance]);
        services.Replace(ServiceDescriptor.Singleton(new FormSteps(pages)));
    }

    private static bool IsAsked(OrientationAnswers answers) => answers.StructureName == AskedOf;
}
