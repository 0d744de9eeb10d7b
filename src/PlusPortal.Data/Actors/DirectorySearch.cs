using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Data.Actors;

/// <summary>What the public looks for. An empty list filters nothing; several values of a list widen it, several lists narrow it.</summary>
public sealed record DirectoryCriteria
{
    /// <summary>Words of the name, of the description or of a label.</summary>
    public SoughtWords Words { get; init; } = SoughtWords.Of(null);

    /// <summary>INSEE code of a current commune that must be covered.</summary>
    public string? Commune { get; init; }

    /// <summary>Départements and EPCI that must be covered, in part at least.</summary>
    public IReadOnlyList<string> Territories { get; init; } = [];

    /// <summary>Stages served.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>Need themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Legal forms accepted; an offer that names none accepts all.</summary>
    public IReadOnlyList<string> LegalForms { get; init; } = [];

    /// <summary>Ways of helping.</summary>
    public IReadOnlyList<string> SupportModes { get; init; } = [];

    /// <summary>Sectors served; an offer that names none serves all.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>By name rather than by nearness.</summary>
    public bool IsByName { get; init; }
}

/// <summary>The filters of the directory, as an answer names them.</summary>
public enum DirectoryFilterKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Commune.</summary>
    Commune,

    /// <summary>Département or EPCI.</summary>
    Territory,

    /// <summary>Stage.</summary>
    Stage,

    /// <summary>Need theme.</summary>
    Theme,

    /// <summary>Legal form.</summary>
    LegalForm,

    /// <summary>Advice or money.</summary>
    SupportMode,

    /// <summary>Sector.</summary>
    Sector,
}

/// <summary>One page of the directory, as identifiers, with what the page says around it.</summary>
public sealed class DirectorySlice
{
    /// <summary>Actors that match.</summary>
    public required int Total { get; init; }

    /// <summary>Actors of the page, in order.</summary>
    public required Guid[] ActorIds { get; init; }

    /// <summary>Their offers that match.</summary>
    public required Guid[] OfferIds { get; init; }

    /// <summary>How many actors match in each département of <see cref="Lorraine.Departements"/>, whatever place was chosen.</summary>
    public required int[] InDepartements { get; init; }

    /// <summary>How many actors would match without one filter, in the order of <see cref="DirectoryFilterKind"/>.</summary>
    public required int[] Without { get; init; }
}

/// <summary>A public offer with the part of its actor that lists show.</summary>
public sealed record PublicOffer(SupportOffer Offer, string ActorKey, string ActorName, string ActorKind, string ActorDescription, string Verification, DateOnly? VerifiedOn);

/// <summary>What the public may know of an actor and of its offers.</summary>
/// <param name="Website">Web address, only when a person has opened it.</param>
public sealed record PublicActor(
    string Key, string Name, string Kind, string Description, string? Website, IReadOnlyList<string> SourceUrls, string Verification, DateOnly? VerifiedOn, DateTimeOffset UpdatedAt, List<SupportOffer> Offers);

/// <summary>Reads of the public directory, see <see cref="PublicDirectory"/>: nothing that is for staff only.</summary>
public static class DirectorySearch
{
    /// <summary>Actors on a page.</summary>
    public const int PageSize = 20;

    private static readonly string[] FilterNames = Enum.GetNames<DirectoryFilterKind>();

    extension(PortalDb db)
    {
        /// <summary>
        /// A page of the actors that match, in one command however many there are. Nearest zone first (the zones that
        /// hold the whole place, then those that hold a part of it), then the freshest, then a rotation of the day;
        /// the identifier makes the order total.
        /// </summary>
        /// <remarks>SQL, because the content of an offer is one JSON value to EF. Each offer is tested against each filter, so that the same pass counts what the list would hold without one of them.</remarks>
        public async Task<DirectorySlice> FindActorsAsync(DirectoryCriteria criteria, int page, DateOnly today, CancellationToken ct)
        {
            string[] sought = criteria.Commune is { } commune ? [commune] : [.. criteria.Territories];
            string[] territories = [.. Lorraine.Departements.Concat(criteria.Territories).Concat(sought).Distinct()];
            var rows = await db.Database.SqlQuery<DirectorySlice>(
                $"""
                with place as (
                    select c.departement as territory, c.code, c.epci, c.departement, c.region from communes c where c.departement = any({territories})
                    union all select c.epci, c.code, c.epci, c.departement, c.region from communes c where c.epci = any({territories})
                    union all select c.code, c.code, c.epci, c.departement, c.region from communes c where c.code = any({territories})
                ), sized as (
                    select p.*, count(*) over (partition by p.territory) as communes from place p
                ), touched as (
                    select s.territory, z.level, z.code, count(*) = max(s.communes) as is_whole
                    from sized s cross join lateral (values ('commune', s.code), ('epci', s.epci), ('departement', s.departement), ('region', s.region), ('france', {CoverageZone.FranceCode})) as z(level, code)
                    where z.code is not null
                    group by s.territory, z.level, z.code
                ), public_offers as materialized (
                    select o.id, o.actor_id, a.name, o.content, greatest(o.confirmed_on, a.verified_on) as seen_on,
                        a.folded_words || ' ' || o.folded_words as words
                    from support_offers o join support_actors a on a.id = o.actor_id
                    where a.is_active and not a.is_sample and o.state = any({PublicDirectory.PublicStates})
                ), zones as materialized (
                    select o.id, z.level, z.code, coalesce(z."isExcluded", false) as is_excluded
                    from public_offers o cross join lateral jsonb_to_recordset(o.content -> 'coverage') as z(level text, code text, "isExcluded" boolean)
                ), holes as (
                    select distinct z.id, t.territory from zones z join touched t on t.level = z.level and t.code = z.code where z.is_excluded and t.is_whole
                ), reached as (
                    select z.id, t.territory, min(case when t.is_whole then array_position(array['commune', 'epci', 'departement', 'region', 'france'], t.level) else 9 end) as distance
                    from zones z join touched t on t.level = z.level and t.code = z.code
                    where not z.is_excluded and not exists (select from holes h where h.id = z.id and h.territory = t.territory)
                    group by z.id, t.territory
                ), reach as (
                    select r.id, array_agg(r.territory::text) as territories, min(r.distance) filter (where r.territory = any({sought})) as distance from reached r group by r.id
                ), tested as (
                    select o.id, o.actor_id, o.name, o.seen_on, r.distance, r.territories,
                        array_remove(array[
                            case when exists (
                                select from unnest({criteria.Words.Stems.ToArray()}) with ordinality as w(stem, number)
                                where o.words !~ ('\m' || w.stem) and not exists (
                                    select from unnest({criteria.Words.LabelledBy.ToArray()}, {criteria.Words.Codes.ToArray()}) as l(number, code)
                                    where l.number = w.number and ((o.content -> 'themes') || (o.content -> 'supportModes') || (o.content -> 'sectors')) ? l.code)) then 'Text' end,
                            case when {criteria.Commune}::text is not null and not coalesce({criteria.Commune}::text = any(r.territories), false) then 'Commune' end,
                            case when cardinality({criteria.Territories.ToArray()}) > 0 and not coalesce(r.territories && {criteria.Territories.ToArray()}, false) then 'Territory' end,
                            case when cardinality({criteria.Stages.ToArray()}) > 0 and not (o.content -> 'stages') ?| {criteria.Stages.ToArray()} then 'Stage' end,
                            case when cardinality({criteria.Themes.ToArray()}) > 0 and not (o.content -> 'themes') ?| {criteria.Themes.ToArray()} then 'Theme' end,
                            case when cardinality({criteria.LegalForms.ToArray()}) > 0 and jsonb_array_length(o.content -> 'legalForms') > 0 and not (o.content -> 'legalForms') ?| {criteria.LegalForms.ToArray()} then 'LegalForm' end,
                            case when cardinality({criteria.SupportModes.ToArray()}) > 0 and not (o.content -> 'supportModes') ?| {criteria.SupportModes.ToArray()} then 'SupportMode' end,
                            case when cardinality({criteria.Sectors.ToArray()}) > 0 and jsonb_array_length(o.content -> 'sectors') > 0 and not (o.content -> 'sectors') ?| {criteria.Sectors.ToArray()} then 'Sector' end
                        ], null) as failed
                    from public_offers o left join reach r on r.id = o.id
                ), matched as (
                    select t.actor_id, t.name, min(t.distance) as distance, max(t.seen_on) as seen_on, array_agg(t.id) as offers
                    from tested t where cardinality(t.failed) = 0 group by t.actor_id, t.name
                ), ranked as (
                    select m.*, row_number() over (order by
                        case when {criteria.IsByName} then m.name end,
                        case when not {criteria.IsByName} then m.distance end nulls last,
                        case when not {criteria.IsByName} then m.seen_on end desc nulls last,
                        case when not {criteria.IsByName} then md5({today}::text || m.actor_id::text) end,
                        m.actor_id) as place
                    from matched m
                ), page as (
                    select r.actor_id, r.offers, r.place from ranked r where r.place > {(page - 1) * PageSize} and r.place <= {page * PageSize}
                )
                select
                    (select count(*)::int from matched) as total,
                    array(select p.actor_id from page p order by p.place) as actor_ids,
                    array(select offer from page p cross join unnest(p.offers) as offer) as offer_ids,
                    array(
                        select count(distinct t.actor_id)::int
                        from unnest({Lorraine.Departements.ToArray()}) with ordinality as d(code, place)
                        left join tested t on d.code = any(t.territories) and t.failed <@ array['Commune', 'Territory']
                        group by d.place order by d.place) as in_departements,
                    array(
                        select count(distinct t.actor_id)::int
                        from unnest({FilterNames}) with ordinality as f(name, place) left join tested t on t.failed <@ array[f.name]
                        group by f.place order by f.place) as without
                """).ToListAsync(ct);
            return rows.Single();
        }

        /// <summary>These offers, with what the public may know of their actors.</summary>
        public async Task<IReadOnlyList<PublicOffer>> ReadPublicOffersAsync(IReadOnlyCollection<Guid> offerIds, CancellationToken ct) =>
            await db.SupportOffers.AsNoTracking().Public().Where(offer => offerIds.Contains(offer.Id)).OrderBy(offer => offer.Id)
                .Select(offer => new PublicOffer(
                    offer, offer.Actor!.ImportKey, offer.Actor.Name, offer.Actor.Kind, offer.Actor.Description, offer.Actor.Verification, offer.Actor.VerifiedOn))
                .ToListAsync(ct);

        /// <summary>The public sheet of an actor, or null when it is not in the directory.</summary>
        public Task<PublicActor?> ReadPublicActorAsync(string key, CancellationToken ct) =>
            db.SupportActors.AsNoTracking().Public().Where(actor => actor.ImportKey == key)
                .Select(actor => new PublicActor(
                    actor.ImportKey, actor.Name, actor.Kind, actor.Description, actor.WebsiteCheckedOn == null ? null : actor.Website, actor.SourceUrls, actor.Verification, actor.VerifiedOn, actor.UpdatedAt,
                    actor.Offers.Where(offer => SupportOffer.PublicStates.Contains(offer.State)).OrderBy(offer => offer.ImportKey).ToList()))
                .SingleOrDefaultAsync(ct);

        /// <summary>EPCI with a commune in Lorraine, by name, each with the départements of Lorraine it lies in.</summary>
        public async Task<IReadOnlyList<LocalEpci>> ReadLocalEpcisAsync(CancellationToken ct)
        {
            var rows = await (
                from commune in db.Communes
                where Lorraine.Departements.Contains(commune.Departement)
                join epci in db.Epcis on commune.Epci equals epci.Code
                group commune by new { epci.Code, epci.Name, commune.Departement } into part
                orderby part.Key.Name, part.Key.Code, part.Key.Departement
                select part.Key).ToListAsync(ct);
            return [.. rows.GroupBy(row => (row.Code, row.Name)).Select(epci => new LocalEpci(epci.Key.Code, epci.Key.Name, [.. epci.Select(row => row.Departement)]))];
        }
    }
}

/// <summary>An EPCI of Lorraine.</summary>
/// <param name="Code">SIREN.</param>
/// <param name="Name">Official name.</param>
/// <param name="Departements">Départements of Lorraine that it lies in; several for those that straddle a border.</param>
public sealed record LocalEpci(string Code, string Name, IReadOnlyList<string> Departements);
