using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Matching.Triage;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Telemetry;

namespace PlusPortal.Web.Features.Admin.Matching.Simulator;

/// <summary>Runs a hypothetical request and stores nothing.</summary>
public sealed class RunSimulation(PortalDb db, CatalogCache catalog, CurrentLexicon lexicon, TimeProvider clock)
{
    /// <summary>Most versions in the list.</summary>
    public const int MostVersions = 20;

    /// <summary>Versions that may be tried: the one in force, then the drafts, the latest first.</summary>
    public async Task<IReadOnlyList<RulesVersion>> VersionsAsync(CancellationToken ct) => await db.RulesVersions.AsNoTracking()
        .Where(version => version.State == RulesState.Published || version.State == RulesState.Draft)
        .OrderByDescending(version => version.State == RulesState.Published).ThenByDescending(version => version.Number)
        .Take(MostVersions).ToListAsync(ct);

    /// <summary>The commune of the form, or those among which to choose; neither when nothing matches.</summary>
    public async Task<(LocatedCommune? Commune, IReadOnlyList<Choice> Choices)> FindCommuneAsync(SimulationForm form, CancellationToken ct)
    {
        var matches = await db.SearchCommunesAsync(Typed.Line(form.Commune) ?? "", GeographyQueries.MaxResults, ct);
        var exact = matches.Where(match => GeographyText.Normalise(match.Name) == GeographyText.Normalise(form.Commune!)).ToList();
        var chosen = matches.FirstOrDefault(match => match.Code == form.CommuneCode) ?? (matches.Count == 1 ? matches[0] : exact.Count == 1 ? exact[0] : null);
        var choices = matches.DistinctBy(match => match.Code).Select(match => new Choice(match.Code, match.Label, match.FormerName is { } former ? $"Comprend {former}." : null)).ToList();
        return (chosen is null ? null : await db.LocateCommuneAsync(chosen.Code, ct), choices);
    }

    /// <summary>Runs it with some rules.</summary>
    public async Task<Simulation> ExecuteAsync(SimulationForm form, LocatedCommune commune, MatchingRules rules, CancellationToken ct)
    {
        var criteria = form.ToCriteria(commune.Place);
        var today = clock.TodayInParis;
        var (offers, words) = (await catalog.GetAsync(ct), await lexicon.GetAsync(ct));
        var assessment = NeedAssessment.Of(criteria, NeedReader.Read(criteria.Title, criteria.Description, words), today);
        return new Simulation(commune.Label, assessment, PortalTelemetry.Matching("simulation", () => MatchingService.Match(criteria, offers, rules, today, words)));
    }
}
