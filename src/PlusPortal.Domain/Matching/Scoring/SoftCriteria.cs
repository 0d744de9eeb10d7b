using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Scoring;

/// <summary>Criteria that only move an offer up or down, in whole and bounded points.</summary>
internal static class SoftCriteria
{
    /// <summary>Head-count, in full-time equivalents, from which a structure is no longer among the smallest.</summary>
    private const int SmallEmployerFte = 3;

    /// <summary>Days after the day on which a sheet was to be confirmed again until its freshness counts no more. Source: rules of the directory.</summary>
    private const int StaleDays = 90;
    private const int QuickDays = 7;
    private const int SlowDays = 45;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>All of them, in the order in which people read the reasons.</summary>
    public static ImmutableArray<Criterion> All { get; } =
    [
        new(Criteria.Themes, ThemesShared),
        new(Criteria.SubStage, SubStage),
        new(Criteria.Nearness, Nearness),
        new(Criteria.Role, Role),
        new(Criteria.Sector, Sector),
        new(Criteria.SupportMode, Mode),
        new(Criteria.Audience, Audience),
        new(Criteria.Milieu, Milieu),
        new(Criteria.Text, Text),
        new(Criteria.Budget, Budget),
        new(Criteria.Amount, Amount),
        new(Criteria.Freshness, Freshness),
        new(Criteria.Delay, Delay),
        new(Criteria.History, History),
        new(Criteria.AlreadyMet, AlreadyMet),
    ];

    public static Verdict ThemesShared(MatchingContext context, CatalogOffer offer)
    {
        if (context.WantedThemes.Bits == 0) return context.Unknown("Votre besoin n'est pas encore assez précis pour le comparer aux thèmes de cette offre.");
        var shared = offer.ThemeSet.And(context.WantedThemes);
        if (shared.Bits == 0) return context.Unmet($"Ne traite pas les thèmes de votre besoin\u00A0: {Labels(context.WantedThemes)}.");
        var points = 0;
        for (var bits = shared.Bits; bits != 0; bits &= bits - 1) points += context.PointsOf(BitOperations.TrailingZeroCount(bits));
        points += points * FocusPercent(context.Rules, offer.ThemeSet.Count) / 100;
        if (context.Assessment.IsForGuides) points /= 2;
        else if (shared.And(context.CoreThemes).Bits == 0) points = points * context.Rules.BesideCorePercent / 100;
        return context.Met($"Répond à votre besoin\u00A0: {Labels(shared)}.", Math.Min(context.Rules.ThemesCap, points));
    }

    private static int FocusPercent(MatchingRules rules, int themes) => themes switch
    {
        <= 2 => rules.FocusPercent,
        <= 4 => rules.FocusPercent / 2,
        _ => 0,
    };

    private static Verdict SubStage(MatchingContext context, CatalogOffer offer)
    {
        var suited = offer.Content.SubStages;
        var subStage = context.Criteria.SubStage ?? context.Assessment.SuggestedSubStage;
        if (suited.Count == 0) return context.Met("Convient à tous les moments de cette étape.");
        if (subStage is null) return context.Unknown("Le moment précis de votre projet reste à préciser.");
        return suited.Contains(subStage)
            ? context.Met($"Convient à votre situation\u00A0: {SubStages.All.LabelOf(subStage)}.", context.Rules.SubStage)
            : context.Unmet($"Plutôt pensé pour une autre situation\u00A0: {string.Join(", ", suited.Select(SubStages.All.LabelOf))}.", -context.Rules.SubStage);
    }

    internal static Verdict Nearness(MatchingContext context, CatalogOffer offer) => context.LevelOf(offer) switch
    {
        TerritoryLevel.Commune => context.Met("Acteur de votre commune.", context.Rules.NearCommune),
        TerritoryLevel.Epci => context.Met("Acteur de votre intercommunalité.", context.Rules.NearEpci),
        TerritoryLevel.Departement when offer.ServedDepartementCount == 1 => context.Met("Acteur de votre département.", context.Rules.NearDepartement),
        TerritoryLevel.Departement => context.Met("Acteur présent dans plusieurs départements, dont le vôtre.", context.Rules.NearDepartements),
        TerritoryLevel.Region => context.Unmet("Acteur régional, moins proche.", context.Rules.NearRegion),
        TerritoryLevel.France => context.Unmet("Acteur national, moins proche."),
        null => context.Unmet("Hors de votre territoire."),
    };

    private static Verdict Role(MatchingContext context, CatalogOffer offer)
    {
        var rules = context.Rules;
        var isGuide = offer.Circle == Circles.PremierAccueil;
        if (context.Assessment.IsOutOfScope && !offer.AcceptsOrdinaryCompanies)
            return context.Unmet("Pensé pour l'économie sociale et solidaire, à laquelle rien ne relie encore votre demande.", -rules.OutOfScope);
        if (context.Assessment.IsUrgent && !offer.IsOpenDoor && offer.ThemeSet.And(context.UrgentThemes).Bits == 0)
            return context.Unmet("Ne traite pas l'urgence d'argent\u00A0: à voir ensuite.", -rules.BesideUrgency);
        if (offer.IsFunding && !context.WantsMoney)
        {
            var removed = offer.BringsOnlyCapital ? rules.FunderUncalled : rules.FunderUncalled / 2;
            return context.Unmet("Financement\u00A0: utile plus tard, quand le projet sera chiffré.", -removed);
        }

        if (offer.IsFunding && !context.IsCosted && !context.AsksForFunding)
            return context.Unmet("Financeur\u00A0: votre besoin d'argent n'est pas encore chiffré.", -rules.FunderUncalled / 2);
        if (offer.ActorKind == ActorKinds.Banque && context.Reading.Tells(Notions.GuaranteeAsked))
            return context.Unmet("Banque\u00A0: c'est une garantie qu'il vous faut, auprès d'un garant.", -rules.BankForGuarantee);
        if (offer.IsFunding && context.IsAboutStatute)
            return context.Unmet("Financeur\u00A0: le statut d'abord, le financement ensuite.", -rules.FunderBeforeStatute);
        if (context.Assessment.IsForGuides)
        {
            return isGuide
                ? context.Met("Premier accueil\u00A0: reçoit aussi les besoins encore vagues.", rules.GuideForVagueNeed + (offer.IsOpenDoor ? rules.WelcomeFirst : 0) + Breadth(offer, rules))
                : context.Unmet("Spécialiste\u00A0: votre besoin est encore trop général pour lui.", -rules.SpecialistForVagueNeed);
        }

        if (context.Assessment.IsUrgent)
        {
            return isGuide
                ? context.Met("Premier accueil\u00A0: peut vous écouter et vous orienter vite.", rules.GuideForVagueNeed)
                : context.Met("Spécialiste\u00A0: à joindre selon l'urgence.");
        }

        return isGuide
            ? context.Met("Premier accueil\u00A0: peut vous guider.")
            : context.Met("Spécialiste d'un besoin précis comme le vôtre.", rules.SpecialistForPreciseNeed);
    }

    private static int Breadth(CatalogOffer offer, MatchingRules rules) =>
        Math.Min(rules.BreadthCap, offer.Content.Stages.Count + offer.ThemeGroupCount + (offer.Audience == OfferAudience.Wide ? 3 : 0));

    private static Verdict Sector(MatchingContext context, CatalogOffer offer)
    {
        var served = offer.Content.Sectors;
        if (served.Count == 0) return context.Met("Ouvert à tous les secteurs.");
        if (context.Sectors.Count == 0) return context.Unknown($"À vérifier\u00A0: tourné vers {Labels(served)}.", -context.Rules.SectorUnknown);
        for (var rank = 0; rank < context.Sectors.Count; rank++)
        {
            var sector = context.Sectors[rank];
            if (!served.Contains(sector)) continue;

            // Knowing the sector is worth little to a structure whose need is elsewhere.
            var points = rank == 0 ? context.Rules.SectorShared : context.Rules.SectorShared * 2 / 3;
            if (served.Count == 1) points += context.Rules.SectorOnly;
            var helps = offer.ThemeSet.And(context.WantedThemes).Bits != 0;
            return context.Met($"Connaît votre secteur\u00A0: {Sectors.All.LabelOf(sector)}.", helps ? points : points / 3);
        }

        return context.Unmet($"Tourné vers d'autres secteurs\u00A0: {Labels(served)}.", -context.Rules.SectorOther);
    }

    private static Verdict Mode(MatchingContext context, CatalogOffer offer)
    {
        var modes = offer.Content.SupportModes;
        if (context.Assessment.IsUrgent) return UrgentMode(context, offer, modes);
        if (context.WantedModes.Count == 0) return context.Unknown($"Façon d'aider\u00A0: {LabelsOfModes(modes)}.");
        var shared = 0;
        for (var index = 0; index < modes.Count; index++)
        {
            if (context.WantedModes.Contains(modes[index])) shared++;
        }

        return shared == 0
            ? context.Unmet($"Aide autrement\u00A0: {LabelsOfModes(modes)}.")
            : context.Met($"Aide de la façon attendue\u00A0: {LabelsOfModes([.. modes.Where(context.WantedModes.Contains)])}.", Math.Min(context.Rules.ModesCap, shared * context.Rules.ModeShared));
    }

    private static Verdict UrgentMode(MatchingContext context, CatalogOffer offer, IReadOnlyList<string> modes)
    {
        if (modes.Contains(SupportModes.EcouteDifficultes)) return context.Met("Écoute et prévention\u00A0: le premier appui quand l'argent manque.", context.Rules.PreventionWhenUrgent);
        return offer.IsSlow
            ? context.Unmet($"Trop lent pour une urgence\u00A0: {LabelsOfModes([.. modes.Where(CatalogOffer.IsSlowMode)])}.", -context.Rules.SlowWhenUrgent)
            : context.Unknown($"Façon d'aider\u00A0: {LabelsOfModes(modes)}.");
    }

    private static Verdict Audience(MatchingContext context, CatalogOffer offer)
    {
        var rules = context.Rules;
        switch (offer.Audience)
        {
            case OfferAudience.Associations when !LegalForms.IsAssociation(context.Criteria.LegalForm) && context.Reading.Tells(Notions.WantsCompany) && !context.Reading.Tells(Notions.WantsAssociation):
                return context.Unmet("Fait pour les associations, alors que vous pensez à une autre forme.", -rules.AudienceMissed);
            case OfferAudience.Associations when offer.ActorKind == ActorKinds.GuichetVieAssociative && context.HeadcountFte is { } staff && staff.Low >= rules.EstablishedEmployerFte:
                return context.Unmet("Surtout pensé pour les associations portées par des bénévoles.", -rules.AudienceMissed);
            case OfferAudience.Associations when LegalForms.IsAssociation(context.Criteria.LegalForm) && offer.ActorKind == ActorKinds.GuichetVieAssociative && context.HeadcountFte is { High: < 1 }:
                return context.Met("Fait pour les associations portées par des bénévoles, comme la vôtre.", 2 * rules.AudienceMet);
            case OfferAudience.Associations when offer.ActorKind == ActorKinds.GuichetVieAssociative && context.HeadcountFte is { Low: >= SmallEmployerFte }:
                return context.Met("Ouvert aux associations, surtout les plus petites.");
            case OfferAudience.Associations when LegalForms.IsAssociation(context.Criteria.LegalForm):
                return context.Met("Fait pour les associations.", context.Assessment.IsForGuides || context.Assessment.IsUrgent ? rules.AudienceMet / 2 : rules.AudienceMet);
            case OfferAudience.Associations when LegalForms.IsProject(context.Criteria.LegalForm) && context.Reading.Tells(Notions.WantsAssociation) && !context.Reading.Tells(Notions.WantsCompany):
                return context.Met("Fait pour les associations, aussi avant leur création.", rules.AudienceMet);
            case OfferAudience.Individuals when context.Reading.Tells(Notions.OwnActivity) && context.Reading.Voice != Voice.Together:
                return context.Met("Fait pour une personne qui lance son activité.", rules.AudienceMet);
            case OfferAudience.Individuals when context.Reading.Voice == Voice.Together:
                return context.Unmet("Fait pour une personne seule, alors que votre projet est collectif.", -rules.AudienceMissed);
            case OfferAudience.Companies when context.Criteria.LegalForm is not null and not LegalForms.Autre and not LegalForms.PasEncoreCreee:
                return context.Met("Fait pour les entreprises.", rules.AudienceMet);
            case OfferAudience.Wide when offer.Content.Eligibility.EmployerRequired && context.IsEmployer == true && !context.Assessment.IsForGuides:
                return context.Met("Fait pour les structures employeuses.", rules.AudienceMet);
            default:
                return context.Unknown("Reçoit des structures de toutes sortes.");
        }
    }

    /// <summary>Made for cooperatives, shared places or integration through work: right for those, beside the point for the others.</summary>
    private static Verdict Milieu(MatchingContext context, CatalogOffer offer)
    {
        if (offer.Milieu == OfferMilieu.None) return context.Unknown("N'est pas réservé à une famille de structures.");
        return context.IsOf(offer.Milieu)
            ? context.Met("Fait pour la famille de structures dont parle votre demande.", context.IsEmployeeTakeover && offer.TransmitsCompanies ? 2 * context.Rules.MilieuShared : context.Rules.MilieuShared)
            : context.Unmet("Fait pour une famille de structures dont votre demande ne parle pas.", -context.Rules.MilieuOther);
    }

    private static Verdict Text(MatchingContext context, CatalogOffer offer)
    {
        // The words of a vague request, or of an urgent one, say little about the offer that it needs.
        var points = context.Assessment.IsForGuides || context.Assessment.IsUrgent ? context.TextPoints(offer) / 2 : context.TextPoints(offer);
        return points == 0
            ? context.Unknown("Peu de mots communs entre votre texte et cette offre.")
            : context.Met("La description de l'offre rejoint votre texte.", points);
    }

    private static Verdict Budget(MatchingContext context, CatalogOffer offer)
    {
        var (minimum, maximum) = (offer.Content.Eligibility.BudgetMinEuros, offer.Content.Eligibility.BudgetMaxEuros);
        if (minimum is null && maximum is null) return context.Met("Aucune condition de budget.");
        return context.Criteria.BudgetEuros?.IsWithin(minimum, maximum) switch
        {
            true => context.Met("Votre budget annuel convient.", context.Rules.LimitsMet),
            false => context.Unmet($"Plutôt pour un autre budget annuel\u00A0: {Euros(minimum, maximum)}.", -2 * context.Rules.LimitsMet),
            null => context.Unknown($"À vérifier\u00A0: budget annuel, {Euros(minimum, maximum)}."),
        };
    }

    private static Verdict Amount(MatchingContext context, CatalogOffer offer)
    {
        var (minimum, maximum) = (offer.Content.Eligibility.AmountMinEuros, offer.Content.Eligibility.AmountMaxEuros);
        if (minimum is null && maximum is null) return context.Met("Aucune condition de montant.");
        if (context.Reading.AmountsEuros.Count == 0) return context.Unknown($"Montant aidé\u00A0: {Euros(minimum, maximum)}.");
        return IsOneWithin(context.Reading.AmountsEuros, minimum, maximum)
            ? context.Met($"Le montant de votre besoin convient ({Euros(minimum, maximum)}).", context.Rules.LimitsMet)
            : context.Unmet($"Le montant de votre besoin ne convient pas\u00A0: {Euros(minimum, maximum)}.", -2 * context.Rules.LimitsMet);
    }

    private static bool IsOneWithin(IReadOnlyList<decimal> amounts, decimal? minimum, decimal? maximum)
    {
        foreach (var amount in amounts)
        {
            if (Interval.Exactly(amount).IsWithin(minimum, maximum) == true) return true;
        }

        return false;
    }

    /// <summary>In full until the next confirmation is due, then down in a straight line to nothing three months later.</summary>
    private static Verdict Freshness(MatchingContext context, CatalogOffer offer)
    {
        if (offer.ConfirmedOn is not { } day) return context.Unknown("Fiche que l'acteur n'a pas encore confirmée.");
        var late = context.Today.DayNumber - day.AddMonths(offer.ConfirmationMonths).DayNumber;
        if (late <= 0) return context.Met("Fiche confirmée récemment par l'acteur.", context.Rules.FreshSheet);
        var points = context.Rules.FreshSheet * Math.Max(0, StaleDays - late) / StaleDays;
        return context.Unmet("Fiche à confirmer par l'acteur.", points);
    }

    private static Verdict Delay(MatchingContext context, CatalogOffer offer)
    {
        if (offer.AnnouncedDays is not { } days) return context.Unknown("Aucun délai annoncé.");
        if (days <= QuickDays) return context.Met($"Répond vite\u00A0: {offer.Content.AnnouncedDelay}.", context.Rules.QuickAnswer);
        return days < SlowDays
            ? context.Met($"Délai annoncé\u00A0: {offer.Content.AnnouncedDelay}.")
            : context.Unmet($"Délai annoncé assez long\u00A0: {offer.Content.AnnouncedDelay}.", context.Assessment.IsUrgent ? -2 * context.Rules.QuickAnswer : -context.Rules.QuickAnswer);
    }

    private static Verdict History(MatchingContext context, CatalogOffer offer)
    {
        if (context.Rules.HistoryCap == 0 || offer.History is { Accepted: 0, NotFitting: 0, NamedBetter: 0 }) return context.Unknown("Aucune demande passée n'est prise en compte.");
        var points = offer.History.Points(context.Rules.HistoryCap);
        return points >= 0
            ? context.Met($"Demandes passées\u00A0: {offer.History.Accepted} acceptées, {offer.History.NotFitting} déclinées faute de convenir, {offer.History.NamedBetter} fois nommé comme mieux placé.", points)
            : context.Unmet($"Demandes passées\u00A0: {offer.History.NotFitting} déclinées faute de convenir, {offer.History.Accepted} acceptées.", points);
    }

    /// <summary>What other actors said of this one. Judged only when the rules give it a weight, so that nothing of a result moves before.</summary>
    public static Verdict NamedBetter(MatchingContext context, CatalogOffer offer)
    {
        var count = offer.History.NamedFor.CountFor(context.WantedThemes);
        if (count == 0) return context.Unknown("Aucun acteur ne l'a nommé mieux placé pour une demande d'un même thème.");
        var points = BetterPlaced.Points(context.Rules.NamedBetter, count);
        return count == 1
            ? context.Met("Un autre acteur l'a nommé mieux placé pour une demande d'un même thème.", points)
            : context.Met($"{count} autres acteurs l'ont nommé mieux placé pour des demandes d'un même thème.", points);
    }

    private static Verdict AlreadyMet(MatchingContext context, CatalogOffer offer) => context.Criteria.AlreadyMetActorIds.Contains(offer.ActorId)
        ? context.Unmet("Vous avez déjà vu cet acteur.", -context.Rules.AlreadyMet)
        : context.Met("Vous ne l'avez pas encore vu.");

    /// <summary>What the actor's other eligible offers add; judged once the best offer is known.</summary>
    public static Verdict OtherOffers(MatchingContext context, CatalogOffer best, ThemeMask actorThemes)
    {
        var added = new ThemeMask(actorThemes.And(context.WantedThemes).Bits & ~best.ThemeSet.Bits);
        if (added.Bits == 0) return context.Unknown("Aucune autre offre de cet acteur n'ajoute à votre besoin.");
        var points = 0;
        for (var bits = added.Bits; bits != 0; bits &= bits - 1) points += context.PointsOf(BitOperations.TrailingZeroCount(bits));
        return context.Met($"Le même acteur répond aussi à\u00A0: {Labels(added)}.", points * context.Rules.OtherOffersPercent / 100);
    }

    private static string Labels(ThemeMask themes) => string.Join(", ", Themes.All.Where(term => themes.Has(ThemeMask.PositionOf(term.Code))).Select(term => term.Label));

    private static string Labels(IReadOnlyList<string> sectors) => string.Join(", ", sectors.Select(Sectors.All.LabelOf));

    private static string LabelsOfModes(IReadOnlyList<string> modes) => string.Join(", ", modes.Select(SupportModes.All.LabelOf));

    private static string Euros(decimal? minimum, decimal? maximum) => (minimum, maximum) switch
    {
        ({ } low, { } high) => string.Create(French, $"de {low:#,0} à {high:#,0} €"),
        ({ } low, null) => string.Create(French, $"à partir de {low:#,0} €"),
        (null, { } high) => string.Create(French, $"jusqu'à {high:#,0} €"),
        (null, null) => "",
    };
}
