using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared.Facts;

namespace PlusPortal.Web.Features.Public.Orientation.Check;

/// <summary>One line of the check page.</summary>
/// <param name="Fact">What was asked and answered.</param>
/// <param name="Slug">End of the address of the page that changes it.</param>
/// <param name="Change">Hidden end of « Modifier », for those who hear the page.</param>
public sealed record AnswerRow(FactRow Fact, string Slug, string Change);

/// <summary>Lines of the check page under one heading.</summary>
public sealed record AnswerSection(string Heading, IReadOnlyList<AnswerRow> Rows);

/// <summary>The answers as the person reads them before sending.</summary>
public static class AnswerRows
{
    /// <summary>Every answer, in the order of the pages.</summary>
    public static IReadOnlyList<AnswerSection> Of(FormSteps form, FactSource source)
    {
        var rows = form.All.SelectMany(step => step.Facts.Select(fact => (step.Slug, fact.Change, Row: DeclaredFacts.RowOf(fact, FactReaders.CheckPage, source)))).ToList();
        return
        [
            .. from row in rows
               where row.Row is not null
               group new AnswerRow(row.Row, row.Slug, row.Change ?? "") by row.Row.Section into section
               orderby section.Key
               select new AnswerSection(HeadingOf(section.Key, source.IsProject), [.. section]),
        ];
    }

    /// <summary>What was taken away because an earlier answer changed, in words.</summary>
    public static IReadOnlyList<string> DroppedOf(FormSteps form, OrientationAnswers answers) =>
        [.. answers.Dropped.Select(key => form.All.FirstOrDefault(step => step.Key == key)?.WhenDropped).OfType<string>()];

    private static string HeadingOf(FactSection section, bool isProject) => section switch
    {
        FactSection.Situation => "Votre situation",
        FactSection.Structure => isProject ? "Votre projet" : "Votre structure",
        FactSection.Need => "Votre besoin",
        FactSection.Person => "Vous",
        FactSection.Transmission => "Vos destinataires",
    };
}
