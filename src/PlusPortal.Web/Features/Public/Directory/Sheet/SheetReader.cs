using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Features.Shared.Map;
using PlusPortal.Web.Features.Shared.Offers;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Public.Directory.Sheet;

/// <summary>Reads the public sheet of an actor.</summary>
public sealed class SheetReader(PortalDb db, ZoneReader zones, TimeProvider clock)
{
    /// <summary>The sheet, or null when the actor is not in the directory.</summary>
    public async Task<SheetPage?> ReadAsync(string key, CancellationToken ct)
    {
        if (await db.ReadPublicActorAsync(key, ct) is not { } actor) return null;
        var covered = actor.Offers.SelectMany(offer => offer.Content.Coverage).Distinct().ToList();
        var names = await zones.NamesByZoneAsync(covered, ct);
        var epcis = await zones.DepartementsByEpciAsync(covered, ct);
        var today = clock.TodayInParis;
        var trust = SheetTrust.Of(actor.Verification, actor.VerifiedOn, actor.Offers.Max(offer => offer.ConfirmedOn));
        return new SheetPage(
            actor,
            trust,
            [.. actor.Offers.Select((offer, index) => Offer(offer, actor, trust, CoverageMap.Draw($"carte-{index + 1}", offer.Content.Title, offer.Content.Coverage, names, epcis), today))]);
    }

    private static SheetOffer Offer(SupportOffer offer, PublicActor actor, SheetTrust trust, CoverageMap map, DateOnly today)
    {
        var content = offer.Content;
        return new SheetOffer
        {
            Title = content.Title,
            Description = content.Description == actor.Description ? null : content.Description,
            Opening = Opening.Of(offer, trust, today),
            ConfirmedOn = offer.ConfirmedOn,
            SupportModes = Labels(SupportModes.All, content.SupportModes),
            Themes = Labels(Themes.All, content.Themes),
            Stages = Labels(Stages.All, content.Stages),
            LegalForms = Labels(LegalForms.All, content.LegalForms),
            Sectors = Labels(Sectors.All, content.Sectors),
            Conditions = [.. ConditionSentences.Of(content.Eligibility)],
            Practical = [.. new (string Name, string? Text)[]
            {
                ("Coût", content.Cost),
                ("Délai annoncé", content.AnnouncedDelay),
                ("Comment demander", content.HowToApply),
                ("À préparer", content.WhatToPrepare),
                ("Appel à candidatures", content.WindowNote),
            }.Where(line => !string.IsNullOrWhiteSpace(line.Text)).Select(line => (line.Name, line.Text!))],
            Map = map,
        };
    }

    private static IReadOnlyList<string> Labels(TermList list, IReadOnlyList<string> codes) => [.. list.Where(term => codes.Contains(term.Code)).Select(term => term.Label)];
}
