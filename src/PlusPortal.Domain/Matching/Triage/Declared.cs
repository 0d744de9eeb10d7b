using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Triage;

/// <summary>What the declared legal form says of words that would be read otherwise: a Scic that speaks of « notre Scic » changes no statute, an association that rewrites its statutes creates nothing.</summary>
internal static class Declared
{
    /// <summary>The reading, corrected by what is certain.</summary>
    public static NeedReading Corrected(MatchingCriteria criteria, NeedReading reading)
    {
        if (IsCooperative(criteria.LegalForm))
        {
            return reading with
            {
                Themes = [.. reading.Themes.Where(theme => criteria.Themes.Contains(theme.Code) || theme.Code is not (Themes.TransformationStatut or Themes.ChoixStatutCreation))],
                SubStages = [.. reading.SubStages.Where(step => step.Code is not SubStages.ChangementStatut || criteria.SubStage == step.Code || criteria.Themes.Contains(Themes.TransformationStatut))],
            };
        }

        // What a group of employers does is share jobs: it asks for that only when it says so.
        if (criteria.LegalForm == LegalForms.GroupementEmployeurs && !criteria.Themes.Contains(Themes.EmploiPartage))
            reading = reading with { Themes = [.. reading.Themes.Where(theme => theme.Code != Themes.EmploiPartage || theme.IsAsked)] };
        if (HandsOverItsBoard(criteria, reading))
        {
            reading = reading with
            {
                Themes = NeedReading.Find(reading.Themes, Themes.RepriseTransmission)!.Strength >= NeedReading.Moderate
                    ? Renamed(reading.Themes, Themes.RepriseTransmission, Themes.GouvernanceVieAssociative)
                    : [.. reading.Themes.Where(theme => theme.Code != Themes.RepriseTransmission)],
                SubStages = [.. reading.SubStages.Where(step => step.Code != SubStages.TransmissionReprise)],
            };
        }

        return RewritesStatutes(criteria, reading) ? reading with { Themes = Renamed(reading.Themes, Themes.ChoixStatutCreation, Themes.GouvernanceVieAssociative) } : reading;
    }

    /// <summary>Whether every declared theme is about creating, while the structure exists and its text is about something else.</summary>
    public static bool IsCreationOfWhatExists(MatchingCriteria criteria, NeedReading reading) =>
        criteria.Themes.Count > 0
        && criteria.Themes.All(theme => theme is Themes.ChoixStatutCreation or Themes.IdeeFaisabilite)
        && criteria.HeadcountFte is { Low: > 0 }
        && criteria.LegalForm is not null and not LegalForms.Autre && !LegalForms.IsProject(criteria.LegalForm)
        && !reading.Tells(Notions.RecentlyCreated)
        && reading.Themes.FirstOrDefault() is { Strength: >= NeedReading.Strong } best && !criteria.Themes.Contains(best.Code)
        && reading.Themes.All(theme => !criteria.Themes.Contains(theme.Code) || theme.Strength < best.Strength);

    private static bool IsCooperative(string? form) => form is LegalForms.Scop or LegalForms.Scic or LegalForms.Cae or LegalForms.CooperativeAutre;

    /// <summary>In an association, who retires or hands over leaves a post, not a company.</summary>
    private static bool HandsOverItsBoard(MatchingCriteria criteria, NeedReading reading) =>
        LegalForms.IsAssociation(criteria.LegalForm)
        && criteria.Stage != Stages.Transformer
        && !criteria.Themes.Contains(Themes.RepriseTransmission)
        && !reading.Tells(Notions.EmployeeTakeover) && !reading.Tells(Notions.WantsCompany)
        && NeedReading.Find(reading.Themes, Themes.RepriseTransmission) is not null;

    private static bool RewritesStatutes(MatchingCriteria criteria, NeedReading reading) =>
        LegalForms.IsAssociation(criteria.LegalForm)
        && !criteria.Themes.Contains(Themes.ChoixStatutCreation)
        && criteria.Stage is not (null or Stages.Demarrer)
        && !reading.Tells(Notions.WantsCooperative) && !reading.Tells(Notions.RecentlyCreated)
        && NeedReading.Find(reading.Themes, Themes.ChoixStatutCreation) is not null;

    /// <summary>The evidence of one code counted as that of another.</summary>
    private static List<Evidence> Renamed(IReadOnlyList<Evidence> themes, string from, string to)
    {
        var moved = NeedReading.Find(themes, from)!;
        var known = NeedReading.Find(themes, to);
        var merged = new Evidence(to, moved.Strength + (known?.Strength ?? 0), [.. moved.Words.Union(known?.Words ?? []).Take(3)]) { IsAsked = moved.IsAsked || known is { IsAsked: true } };
        return [.. themes.Where(theme => theme.Code != from && theme.Code != to).Append(merged).OrderByDescending(theme => theme.Strength).ThenBy(theme => theme.Code, StringComparer.Ordinal)];
    }
}
