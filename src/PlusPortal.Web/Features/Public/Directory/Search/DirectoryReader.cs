using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Shared.Map;
using PlusPortal.Web.Features.Shared.Offers;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Public.Directory.Search;

/// <summary>Reads a page of the directory: three SQL commands (which actors, their offers, the names of their zones), and one more for each of the two place filters in use.</summary>
public sealed class DirectoryReader(PortalDb db, ZoneReader zones, TimeProvider clock)
{
    private const int MostThemes = 3;

    /// <summary>Answers a search.</summary>
    public async Task<DirectoryAnswer> ReadAsync(DirectoryFilter filter, CancellationToken ct)
    {
        var epcis = filter.Departements.Count + filter.Epcis.Count > 0 ? await db.ReadLocalEpcisAsync(ct) : [];
        if (filter.UnknownCodes(epcis) is { Count: > 0 } unknown) return new DirectoryAnswer.Unknown(unknown);
        if (filter.PageNumber is not { } number) return new DirectoryAnswer.NoSuchPage();

        var place = filter.Commune is { } typed ? await db.FindCommuneAsync(typed, ct) : null;
        if (place is FoundCommune.Several { Communes: [{ FormerName: null } only] } && await db.LocateCommuneAsync(only.Code, ct) is { } located) place = new FoundCommune.One(located);
        if (place is FoundCommune.Several several) return new DirectoryAnswer.Several(Choices(filter, several));
        if (place is FoundCommune.None) return new DirectoryAnswer.UnknownCommune(new DirectoryPage { Filter = filter, Address = DirectoryAddress.Of(filter) });
        var commune = (place as FoundCommune.One)?.Commune;
        if (commune is not null) filter.Commune = CommuneFinder.TextOf(commune.Name, commune.Place.Commune);

        var today = clock.TodayInParis;
        var slice = await db.FindActorsAsync(filter.ToCriteria(commune?.Place.Commune), number, today, ct);
        if (slice.ActorIds.Length == 0 && number > 1) return new DirectoryAnswer.NoSuchPage();
        var address = DirectoryAddress.Of(filter);
        return new DirectoryAnswer.Found(new DirectoryPage
        {
            Filter = filter,
            Address = address,
            IsSearched = true,
            Chips = FilterChips.Of(filter, address, epcis),
            Total = slice.Total,
            Number = number,
            Items = await ItemsAsync(slice, filter, today, ct),
            Departements = [.. LorraineMap.Current.Shapes.Select((shape, index) => new DepartementLink(shape, slice.InDepartements[index], filter.Departements.Contains(shape.Code), address.In("departement", shape.Code).ToString()))],
            Epcis = EpcisOf(filter, address, epcis),
            Wider = slice.Total > 0 ? [] : FilterChips.Wider(filter, address, slice, commune),
        });
    }

    private async Task<IReadOnlyList<DirectoryItem>> ItemsAsync(DirectorySlice slice, DirectoryFilter filter, DateOnly today, CancellationToken ct)
    {
        if (slice.ActorIds.Length == 0) return [];
        var offers = (await db.ReadPublicOffersAsync(slice.OfferIds, ct)).ToLookup(offer => offer.Offer.ActorId);
        var names = await zones.NamesByZoneAsync([.. offers.SelectMany(actor => actor).SelectMany(offer => offer.Offer.Content.Coverage).Distinct()], ct);

        // An actor taken out of the directory between the two commands is left out of the page.
        return [.. slice.ActorIds.Where(offers.Contains).Select(id => Item([.. offers[id]], filter, names, today))];
    }

    private static DirectoryItem Item(IReadOnlyList<PublicOffer> offers, DirectoryFilter filter, IReadOnlyDictionary<Domain.Directory.CoverageZone, string> names, DateOnly today)
    {
        var actor = offers[0];
        var contents = offers.Select(offer => offer.Offer.Content).ToList();
        var themes = Themes.All.Where(theme => contents.Exists(content => content.Themes.Contains(theme.Code))).OrderByDescending(theme => filter.Themes.Contains(theme.Code)).ToList();
        var stages = Stages.All.Where(stage => contents.Exists(content => content.Stages.Contains(stage.Code))).ToList();
        var trust = SheetTrust.Of(actor.Verification, actor.VerifiedOn, offers.Max(offer => offer.Offer.ConfirmedOn));
        var openings = offers.Select(offer => Opening.Of(offer.Offer, trust, today)).ToList();
        return new DirectoryItem
        {
            Key = actor.ActorKey,
            Name = actor.ActorName,
            Kind = ActorKinds.All.LabelOf(actor.ActorKind),
            Sentence = FirstSentence.Of(actor.ActorDescription),
            Tags = [.. stages.Count == Stages.All.Count ? ["Toutes les étapes"] : stages.Select(stage => stage.Label), .. themes.Take(MostThemes).Select(theme => theme.Label)],
            MoreThemes = Math.Max(0, themes.Count - MostThemes),
            Territory = CoverageWords.Short([.. contents.SelectMany(content => content.Coverage).Distinct()], names),
            Cost = contents.Select(content => content.Cost).FirstOrDefault(cost => cost is not null) is { } cost ? FirstSentence.Of(cost) : null,
            Trust = trust,
            Opening = openings.Find(opening => opening.IsOpen) ?? openings[0],
        };
    }

    private static IReadOnlyList<EpciLink> EpcisOf(DirectoryFilter filter, DirectoryAddress address, IReadOnlyList<LocalEpci> epcis)
    {
        var chosen = epcis.Where(epci => filter.Epcis.Contains(epci.Code)).ToList();
        var around = filter.Departements.Concat(chosen.SelectMany(epci => epci.Departements)).ToHashSet();
        return [.. epcis.Where(epci => epci.Departements.Any(around.Contains)).Select(epci => new EpciLink(epci.Name, chosen.Contains(epci), address.In("epci", epci.Code).ToString()))];
    }

    private static CommunesPage Choices(DirectoryFilter filter, FoundCommune.Several several)
    {
        var address = DirectoryAddress.Of(filter);
        return new CommunesPage(filter.Commune!, [.. several.Communes.Select(commune => (commune, address.With("commune", CommuneFinder.TextOf(commune.Name, commune.Code)).ToString()))], address.Without("commune").ToString());
    }
}
