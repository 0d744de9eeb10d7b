using System.Collections.Immutable;
using System.Globalization;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Scoring;

/// <summary>Criteria that exclude an offer when they are known not to be met. What is not known never excludes: it is to be checked with the actor.</summary>
/// <remarks>Source: eligibility dimensions of the vocabulary.</remarks>
internal static class HardCriteria
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>All of them, the most telling first: the first that fails is the reason given. Beside each, what it reads of an offer; territory and legal form have an index of their own.</summary>
    public static ImmutableArray<Criterion> All { get; } =
    [
        new(Criteria.Territory, Territory),
        new(Criteria.Stage, Stage, offer => Listed(offer.Content.Stages)),
        new(Criteria.LegalForm, LegalForm),
        new(Criteria.Employer, Employer, offer => offer.Content.Eligibility.EmployerRequired),
        new(Criteria.Qualification, Qualification, offer => (Listed(offer.Content.Eligibility.RequiredQualifications), Listed(offer.Content.Eligibility.ExcludedQualifications))),
        new(Criteria.Headcount, Headcount, offer => (offer.Content.Eligibility.HeadcountMinFte, offer.Content.Eligibility.HeadcountMaxFte)),
        new(Criteria.Age, Age, offer => (offer.Content.Eligibility.AgeMinMonths, offer.Content.Eligibility.AgeMaxMonths)),
        new(Criteria.Insolvency, Insolvency, offer => offer.Content.Eligibility.NotInInsolvency),
        new(Criteria.Window, Window, offer => (offer.Content.OpensOn, offer.Content.ClosesOn), IsOfTheDay: true),
        new(Criteria.Capacity, Capacity, offer => (offer.State, offer.Capacity, offer.CapacityUntil), IsOfTheDay: true),
    ];

    private static Verdict Territory(MatchingContext context, CatalogOffer offer)
    {
        var level = context.LevelOf(offer);
        if (level is null) return context.Unmet("Votre commune n'est pas dans le territoire de cette offre.");
        var seat = offer.Content.Eligibility.SeatInTerritory ? " Votre siège doit s'y trouver." : "";
        return context.Met($"Intervient {NameOf(level.Value)}.{seat}");
    }

    private static Verdict Stage(MatchingContext context, CatalogOffer offer)
    {
        var served = offer.Content.Stages;
        if (context.Criteria.Stage is not { } stage) return context.Unknown($"Votre étape reste à préciser\u00A0; cette offre s'adresse à\u00A0: {Labels(Stages.All, served)}.");
        var isElsewhere = context.Assessment is { IsStageDoubtful: true, SuggestedStage: { } told } && told != stage && !Has(served, told);
        if (Has(served, stage) && isElsewhere)
        {
            return context.Unknown(
                $"À vérifier\u00A0: s'adresse à l'étape «\u00A0{Stages.All.LabelOf(stage)}\u00A0», mais pas à «\u00A0{Stages.All.LabelOf(context.Assessment.SuggestedStage!)}\u00A0», que votre demande évoque.",
                -context.Rules.StageOnlyDeclared);
        }

        if (Has(served, stage)) return context.Met($"S'adresse à votre étape\u00A0: {Stages.All.LabelOf(stage)}.");
        if (context.Assessment is { IsStageDoubtful: true, SuggestedStage: { } likely } && Has(served, likely))
        {
            return context.Unknown(
                $"À vérifier\u00A0: ne s'adresse pas à l'étape «\u00A0{Stages.All.LabelOf(stage)}\u00A0», mais à «\u00A0{Stages.All.LabelOf(likely)}\u00A0», que votre demande évoque.",
                -context.Rules.StageOnlySuggested);
        }

        return context.Unmet($"Ne s'adresse pas à l'étape «\u00A0{Stages.All.LabelOf(stage)}\u00A0».");
    }

    private static Verdict LegalForm(MatchingContext context, CatalogOffer offer)
    {
        var accepted = offer.Content.LegalForms;
        if (accepted.Count == 0) return context.Met("Ouvert à toutes les formes juridiques.");
        if (context.Criteria.LegalForm is null or LegalForms.Autre) return context.Unknown("À vérifier\u00A0: cette offre n'accepte que certaines formes juridiques.");
        var form = context.Criteria.LegalForm;
        if (Has(accepted, form)) return context.Met($"Accepte votre forme juridique\u00A0: {LegalForms.All.LabelOf(form)}.");

        var opening = offer.Content.Eligibility.AcceptedQualifications;
        if (FirstHeld(context, opening) is { } key) return context.Met($"Ouvert quelle que soit la forme juridique, grâce à\u00A0: {Qualifications.All.LabelOf(key)}.");

        if (opening.Count > 0 && !context.AreQualificationsKnown)
        {
            return context.Unknown(
                $"À vérifier\u00A0: pour votre forme juridique, demande un agrément ({Labels(Qualifications.All, opening)}).",
                -context.Rules.QualificationUnknown);
        }

        return context.Unmet($"N'accepte pas la forme juridique «\u00A0{LegalForms.All.LabelOf(form)}\u00A0».");
    }

    private static Verdict Employer(MatchingContext context, CatalogOffer offer)
    {
        if (!offer.Content.Eligibility.EmployerRequired) return context.Met("Ouvert aux structures avec ou sans salarié.");
        return context.IsEmployer switch
        {
            true => context.Met("Réservé aux structures qui ont au moins un salarié\u00A0: c'est votre cas."),
            false => context.Unmet("Réservé aux structures employeuses\u00A0: vous n'avez pas encore de salarié."),
            null => context.Unknown("À vérifier\u00A0: réservé aux structures qui ont au moins un salarié."),
        };
    }

    private static Verdict Qualification(MatchingContext context, CatalogOffer offer)
    {
        var eligibility = offer.Content.Eligibility;
        if (FirstHeld(context, eligibility.ExcludedQualifications) is { } excluded) return context.Unmet($"N'accepte pas les structures qui ont\u00A0: {Qualifications.All.LabelOf(excluded)}.");
        var required = eligibility.RequiredQualifications;
        if (required.Count == 0) return context.Met("Aucun agrément demandé.");
        if (FirstHeld(context, required) is { } met) return context.Met($"Demande un agrément que vous avez\u00A0: {Qualifications.All.LabelOf(met)}.");
        if (context.AreQualificationsKnown) return context.Unmet($"Demande un agrément ou une qualité que vous n'avez pas\u00A0: {Labels(Qualifications.All, required)}.");
        return context.Unknown($"À vérifier\u00A0: demande un agrément ou une qualité ({Labels(Qualifications.All, required)}).", IsTold(context, required) ? 0 : -context.Rules.QualificationUnknown);
    }

    private static Verdict Headcount(MatchingContext context, CatalogOffer offer)
    {
        var (minimum, maximum) = (offer.Content.Eligibility.HeadcountMinFte, offer.Content.Eligibility.HeadcountMaxFte);
        if (minimum is null && maximum is null) return context.Met("Aucune condition d'effectif.");
        return context.HeadcountFte?.IsWithin(minimum, maximum) switch
        {
            true => context.Met($"Votre effectif convient ({Range(minimum, maximum, "ETP")})."),
            false => context.Unmet($"Votre effectif ne convient pas\u00A0: {Range(minimum, maximum, "ETP")}."),
            null => context.Unknown($"À vérifier\u00A0: condition d'effectif, {Range(minimum, maximum, "ETP")}."),
        };
    }

    private static Verdict Age(MatchingContext context, CatalogOffer offer)
    {
        var (minimum, maximum) = (offer.Content.Eligibility.AgeMinMonths, offer.Content.Eligibility.AgeMaxMonths);
        if (minimum is null && maximum is null) return context.Met("Aucune condition d'ancienneté.");
        if (minimum > 0 && LegalForms.IsProject(context.Criteria.LegalForm)) return context.Unmet($"Demande une structure déjà créée\u00A0: {Range(minimum, maximum, "mois")}.");
        return context.Criteria.AgeMonths?.IsWithin(minimum, maximum) switch
        {
            true => context.Met($"L'ancienneté de votre structure convient ({Range(minimum, maximum, "mois")})."),
            false => context.Unmet($"L'ancienneté de votre structure ne convient pas\u00A0: {Range(minimum, maximum, "mois")}."),
            null => context.Unknown($"À vérifier\u00A0: condition d'ancienneté, {Range(minimum, maximum, "mois")}."),
        };
    }

    private static Verdict Insolvency(MatchingContext context, CatalogOffer offer)
    {
        if (!offer.Content.Eligibility.NotInInsolvency) return context.Met("Aucune condition sur la situation financière.");
        return context.Criteria.InInsolvency switch
        {
            true => context.Unmet("N'accepte pas les structures en cessation de paiements ou en procédure collective."),
            false => context.Met("Demande de ne pas être en procédure collective\u00A0: c'est votre cas."),
            null => context.Unknown(
                "À vérifier\u00A0: n'accepte pas les structures en cessation de paiements ou en procédure collective.",
                context.Reading.Tells(Notions.Insolvency) ? -context.Rules.InsolvencySuspected : 0),
        };
    }

    private static Verdict Window(MatchingContext context, CatalogOffer offer)
    {
        var content = offer.Content;
        if (content.IsWindowClosed(context.Today)) return context.Unmet($"Appel à candidatures fermé aujourd'hui ({Dates(content)}).");
        if (content.HasUnconfirmedWindow) return context.Unknown($"Dates à confirmer\u00A0: {content.WindowNote}.");
        return content.OpensOn is null && content.ClosesOn is null
            ? context.Met("Aucune date limite connue.")
            : context.Met($"Appel à candidatures ouvert ({Dates(content)}).");
    }

    private static Verdict Capacity(MatchingContext context, CatalogOffer offer)
    {
        if (offer.State != OfferState.Published) return context.Unmet("Cette offre est suspendue en ce moment.");
        if (!offer.IsPaused(context.Today)) return context.Met("Accepte de nouvelles demandes.");
        return context.Unmet($"{CapacityStatuses.All.LabelOf(offer.Capacity)} {Until(offer.CapacityUntil)}\u00A0: ne prend pas de nouvelle demande.");
    }

    private static bool IsTold(MatchingContext context, IReadOnlyList<string> qualifications)
    {
        for (var index = 0; index < qualifications.Count; index++)
        {
            if (NeedReading.Find(context.Reading.Qualifications, qualifications[index]) is not null) return true;
        }

        return false;
    }

    /// <summary>First qualification of the list that the structure holds.</summary>
    private static string? FirstHeld(MatchingContext context, IReadOnlyList<string> qualifications)
    {
        for (var index = 0; index < qualifications.Count; index++)
        {
            if (Has(context.Criteria.Qualifications, qualifications[index])) return qualifications[index];
        }

        return null;
    }

    private static bool Has(IReadOnlyList<string> codes, string code)
    {
        for (var index = 0; index < codes.Count; index++)
        {
            if (string.Equals(codes[index], code, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static string NameOf(TerritoryLevel level) => level switch
    {
        TerritoryLevel.Commune => "dans votre commune",
        TerritoryLevel.Epci => "dans votre intercommunalité",
        TerritoryLevel.Departement => "dans votre département",
        TerritoryLevel.Region => "dans votre région",
        TerritoryLevel.France => "partout en France",
    };

    private static string Listed(IReadOnlyList<string> codes) => codes.Count == 0 ? "" : string.Join(' ', codes.Order(StringComparer.Ordinal));

    private static string Labels(TermList list, IReadOnlyList<string> codes) => string.Join(", ", codes.Select(list.LabelOf));

    private static string Range(decimal? minimum, decimal? maximum, string unit) => (minimum, maximum) switch
    {
        ({ } low, { } high) => string.Create(French, $"de {low:0.##} à {high:0.##} {unit}"),
        ({ } low, null) => string.Create(French, $"au moins {low:0.##} {unit}"),
        (null, { } high) => string.Create(French, $"au plus {high:0.##} {unit}"),
        (null, null) => "",
    };

    private static string Dates(OfferContent content) => (content.OpensOn, content.ClosesOn) switch
    {
        ({ } opens, { } closes) => $"du {Day(opens)} au {Day(closes)}",
        ({ } opens, null) => $"à partir du {Day(opens)}",
        (null, { } closes) => $"jusqu'au {Day(closes)}",
        (null, null) => "",
    };

    private static string Until(DateOnly? day) => day is { } last ? $"jusqu'au {Day(last)}" : "jusqu'à nouvel ordre";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", French);
}
