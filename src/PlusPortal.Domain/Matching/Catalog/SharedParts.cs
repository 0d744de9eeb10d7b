using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Evaluation;

namespace PlusPortal.Domain.Matching.Catalog;

/// <summary>
/// Lets offers that say the same share it in memory: names, codes, lists of codes, territories, conditions of access.
/// There are few different ones among many offers, so that the snapshot is smaller and what the matcher reads stays near.
/// </summary>
internal sealed class SharedParts
{
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private readonly HashSet<CoverageZone> zones = [];
    private readonly HashSet<IReadOnlyList<string>> lists = new(ListComparer<string>.Instance);
    private readonly HashSet<IReadOnlyList<CoverageZone>> coverages = new(ListComparer<CoverageZone>.Instance);
    private readonly HashSet<Eligibility> conditions = [];

    /// <summary>The same values, shared.</summary>
    public CatalogOfferSource Share(CatalogOfferSource source) => source with
    {
        ActorName = Share(source.ActorName),
        ActorKind = Share(source.ActorKind),
        Circle = Share(source.Circle),
        Verification = Share(source.Verification),
        Capacity = Share(source.Capacity),
        Content = Share(source.Content),
    };

    private OfferContent Share(OfferContent content) => content with
    {
        Stages = Share(content.Stages),
        SubStages = Share(content.SubStages),
        Themes = Share(content.Themes),
        SupportModes = Share(content.SupportModes),
        LegalForms = Share(content.LegalForms),
        Sectors = Share(content.Sectors),
        Coverage = Share(content.Coverage),
        Eligibility = Share(content.Eligibility),
        Cost = ShareOrNull(content.Cost),
        HowToApply = ShareOrNull(content.HowToApply),
        WhatToPrepare = ShareOrNull(content.WhatToPrepare),
        AnnouncedDelay = ShareOrNull(content.AnnouncedDelay),
        WindowNote = ShareOrNull(content.WindowNote),
    };

    /// <summary>Once their lists are shared, two conditions of access that say the same are equal as records.</summary>
    private Eligibility Share(Eligibility eligibility)
    {
        var shared = eligibility with
        {
            AcceptedQualifications = Share(eligibility.AcceptedQualifications),
            RequiredQualifications = Share(eligibility.RequiredQualifications),
            ExcludedQualifications = Share(eligibility.ExcludedQualifications),
        };
        return First(conditions, shared);
    }

    private IReadOnlyList<string> Share(IReadOnlyList<string> codes)
    {
        if (codes.Count == 0) return [];
        return lists.TryGetValue(codes, out var known) ? known : First(lists, codes.Select(Share).ToArray());
    }

    private IReadOnlyList<CoverageZone> Share(IReadOnlyList<CoverageZone> coverage)
    {
        if (coverage.Count == 0) return [];
        return coverages.TryGetValue(coverage, out var known) ? known : First(coverages, coverage.Select(zone => First(zones, zone with { Code = Share(zone.Code) })).ToArray());
    }

    private string Share(string text) => First(texts, text);

    private string? ShareOrNull(string? text) => text is null ? null : Share(text);

    private static T First<T>(HashSet<T> known, T value)
    {
        if (known.TryGetValue(value, out var first)) return first;
        known.Add(value);
        return value;
    }

    private sealed class ListComparer<T> : IEqualityComparer<IReadOnlyList<T>>
        where T : notnull
    {
        public static ListComparer<T> Instance { get; } = new();

        public bool Equals(IReadOnlyList<T>? left, IReadOnlyList<T>? right)
        {
            if (ReferenceEquals(left, right)) return true;
            if (left is null || right is null || left.Count != right.Count) return false;
            for (var index = 0; index < left.Count; index++)
            {
                if (!left[index].Equals(right[index])) return false;
            }

            return true;
        }

        public int GetHashCode(IReadOnlyList<T> list)
        {
            var hash = default(HashCode);
            for (var index = 0; index < list.Count; index++) hash.Add(list[index]);
            return hash.ToHashCode();
        }
    }
}
