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
