using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Import.Reading;

/// <summary>
/// Shares a record out among the offers that PLUS reads in it. The record decides: a code that it says no more leaves
/// the offers, one that it says anew goes to the first of them, and an offer that nothing remains for is left out.
/// </summary>
internal sealed class OfferSharing(ImportFields record)
{
    private static readonly (string Name, TermList List)[] Lists = [("stages", Stages.All), ("themes", Themes.All), ("supportModes", SupportModes.All)];

    /// <summary>Shares out the lists of codes and the départements.</summary>
    /// <param name="offers">Offers of the editorial split.</param>
    /// <param name="parts">Parts with conditions of their own that the record has.</param>
    public IReadOnlyList<OfferDraft> Share(IReadOnlyList<OfferDraft> offers, IReadOnlyList<string> parts)
    {
        var said = Lists.ToDictionary(list => list.Name, list => record.Codes(list.Name, list.List, required: true));
        said["departements"] = [.. record.Items("departements").Select(item => item.Text)];
        var remaining = offers.Where(offer => offer.Part is null || parts.Contains(offer.Part))
            .Where(offer => said.All(list => offer.Codes(list.Key) is not { } own || list.Value.Count == 0 || own.Intersect(list.Value).Any()))
            .ToList();
        if (remaining.Count == 0) return [];

        var shares = remaining.Select(offer => said.Keys.Where(list => offer.Codes(list) is not null)
            .ToDictionary(list => list, list => (IReadOnlyList<string>)[.. offer.Codes(list)!.Intersect(said[list])])).ToList();
        foreach (var (list, codes) in said)
        {
            if (!shares.All(share => share.ContainsKey(list))) continue;
            var left = codes.Except(shares.SelectMany(share => share[list])).ToList();
            if (left.Count == 0) continue;
            if (list == "departements") record.Report(list, $"aucune des offres de la fiche ne couvre {string.Join(", ", left)}. Donnez les offres dans un champ offers.");
            else shares[0][list] = [.. shares[0][list], .. left];
        }

        return [.. remaining.Zip(shares, (offer, share) => offer with { Shares = share })];
    }
}
