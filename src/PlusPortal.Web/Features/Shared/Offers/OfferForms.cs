using Microsoft.AspNetCore.Mvc.ModelBinding;
using PlusPortal.Data;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Web.Features.Shared.Offers;

/// <summary>Fills an <see cref="OfferForm"/> from the content of an offer, and reads it back.</summary>
public sealed class OfferForms(PortalDb db)
{
    private readonly ZoneLines zoneLines = new(db);

    /// <summary>The form of an existing content.</summary>
    public async Task<OfferForm> WriteAsync(OfferContent content, int baseRevision, CancellationToken ct)
    {
        var names = await ZoneNames.LoadAsync(db, content.Coverage, ct);
        var wide = ZoneLines.WideChoices.Select(choice => choice.Value).ToHashSet();
        var included = content.Coverage.Where(zone => !zone.IsExcluded).ToLookup(zone => wide.Contains(ZoneLines.Mark(zone)));
        var eligibility = content.Eligibility;
        return new OfferForm
        {
            BaseRevision = baseRevision,
            Title = content.Title,
            Description = content.Description,
            Stages = [.. content.Stages],
            SubStages = [.. content.SubStages],
            Themes = [.. content.Themes],
            SupportModes = [.. content.SupportModes],
            LegalForms = [.. content.LegalForms],
            Sectors = [.. content.Sectors],
            WideZones = [.. included[true].Select(ZoneLines.Mark)],
            OtherZones = ZoneLines.Write(included[false], names),
            ExcludedZones = ZoneLines.Write(content.Coverage.Where(zone => zone.IsExcluded), names),
            SeatInTerritory = eligibility.SeatInTerritory,
            EmployerRequired = eligibility.EmployerRequired,
            HeadcountMinFte = eligibility.HeadcountMinFte,
            HeadcountMaxFte = eligibility.HeadcountMaxFte,
            BudgetMinEuros = eligibility.BudgetMinEuros,
            BudgetMaxEuros = eligibility.BudgetMaxEuros,
            AgeMinMonths = eligibility.AgeMinMonths,
            AgeMaxMonths = eligibility.AgeMaxMonths,
            RequiredQualifications = [.. eligibility.RequiredQualifications],
            ExcludedQualifications = [.. eligibility.ExcludedQualifications],
            NotInInsolvency = eligibility.NotInInsolvency,
            AmountMinEuros = eligibility.AmountMinEuros,
            AmountMaxEuros = eligibility.AmountMaxEuros,
            Membership = eligibility.Membership,
            Profile = eligibility.Profile,
            OtherConditions = eligibility.OtherConditions,
            Cost = content.Cost,
            HowToApply = content.HowToApply,
            WhatToPrepare = content.WhatToPrepare,
            AnnouncedDelay = content.AnnouncedDelay,
            OpensOn = content.OpensOn,
            ClosesOn = content.ClosesOn,
            WindowNote = content.WindowNote,
        };
    }

    /// <summary>
    /// The content that the form says, or null when something must be corrected: <paramref name="state"/> then holds a
    /// sentence for each field. Lists keep the order of <paramref name="current"/> (the main way of helping comes first
    /// there, and boxes have no order); what is new comes after.
    /// </summary>
    public async Task<OfferContent?> ReadAsync(OfferForm form, OfferContent? current, ModelStateDictionary state, CancellationToken ct)
    {
        var coverage = await ReadCoverageAsync(form, state, ct);
        if (!state.IsValid) return null;
        return new OfferContent
        {
            Title = Text(form.Title) ?? "",
            Description = Text(form.Description) ?? "",
            Stages = Ordered(form.Stages, current?.Stages),
            SubStages = Ordered(form.SubStages, current?.SubStages),
            Themes = Ordered(form.Themes, current?.Themes),
            SupportModes = Ordered(form.SupportModes, current?.SupportModes),
            LegalForms = Ordered(form.LegalForms, current?.LegalForms),
            Sectors = Ordered(form.Sectors, current?.Sectors),
            Coverage = Ordered(coverage, current?.Coverage),
            Eligibility = ReadEligibility(form, current?.Eligibility),
            Cost = Text(form.Cost),
            HowToApply = Text(form.HowToApply),
            WhatToPrepare = Text(form.WhatToPrepare),
            AnnouncedDelay = Text(form.AnnouncedDelay),
            OpensOn = form.OpensOn,
            ClosesOn = form.ClosesOn,
            WindowNote = Text(form.WindowNote),
        };
    }

    private static Eligibility ReadEligibility(OfferForm form, Eligibility? current) => new()
    {
        SeatInTerritory = form.SeatInTerritory,
        EmployerRequired = form.EmployerRequired,
        HeadcountMinFte = form.HeadcountMinFte,
        HeadcountMaxFte = form.HeadcountMaxFte,
        BudgetMinEuros = form.BudgetMinEuros,
        BudgetMaxEuros = form.BudgetMaxEuros,
        AgeMinMonths = form.AgeMinMonths,
        AgeMaxMonths = form.AgeMaxMonths,
        RequiredQualifications = Ordered(form.RequiredQualifications, current?.RequiredQualifications),
        ExcludedQualifications = Ordered(form.ExcludedQualifications, current?.ExcludedQualifications),
        NotInInsolvency = form.NotInInsolvency,
        AmountMinEuros = form.AmountMinEuros,
        AmountMaxEuros = form.AmountMaxEuros,
        Membership = Text(form.Membership),
        Profile = Text(form.Profile),
        OtherConditions = Text(form.OtherConditions),
    };

    private async Task<IReadOnlyList<CoverageZone>> ReadCoverageAsync(OfferForm form, ModelStateDictionary state, CancellationToken ct)
    {
        var wide = form.WideZones.Where(value => ZoneLines.WideChoices.Any(choice => choice.Value == value)).Distinct().Select(ToWideZone).ToList();
        if (wide.Count != form.WideZones.Distinct().Count()) state.AddModelError(nameof(OfferForm.WideZones), "Un des territoires cochés n’est plus dans la liste. Vérifiez vos choix.");
        var others = await zoneLines.ReadAsync(form.OtherZones, isExcluded: false, ct);
        Report(others.Problems, nameof(OfferForm.OtherZones));
        var excluded = await zoneLines.ReadAsync(form.ExcludedZones, isExcluded: true, ct);
        Report(excluded.Problems, nameof(OfferForm.ExcludedZones));
        if (wide.Count == 0 && others is { Zones.Count: 0, Problems.Count: 0 })
            state.AddModelError(nameof(OfferForm.WideZones), "Indiquez au moins un territoire\u00A0: cochez-en un, ou écrivez-le dans la liste qui suit. Sans territoire, l’offre n’est proposée à personne.");
        return [.. wide, .. others.Zones, .. excluded.Zones];

        // A field shows one sentence: it speaks of the first lines only, the others come back at the next try.
        void Report(IReadOnlyList<string> problems, string field)
        {
            if (problems.Count > 0) state.AddModelError(field, string.Join(' ', problems.Take(3)));
        }
    }

    private static CoverageZone ToWideZone(string value) => value switch
    {
        CoverageZone.FranceCode => new CoverageZone(TerritoryLevel.France, value),
        "R" + Lorraine.RegionCode => new CoverageZone(TerritoryLevel.Region, Lorraine.RegionCode),
        _ => new CoverageZone(TerritoryLevel.Departement, value),
    };

    private static List<T> Ordered<T>(IReadOnlyList<T> chosen, IReadOnlyList<T>? current) =>
        [.. (current ?? []).Intersect(chosen), .. chosen.Except(current ?? [])];

    private static string? Text(string? typed)
    {
        var text = typed?.ReplaceLineEndings("\n").Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
