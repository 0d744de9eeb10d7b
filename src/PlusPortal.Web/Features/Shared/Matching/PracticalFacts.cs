using PlusPortal.Domain.Directory;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Shared.Matching;

/// <summary>What is good to know before meeting an actor, from its offer: only what the offer says.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Value">What the offer says.</param>
public sealed record PracticalFact(string Label, string Value)
{
    /// <summary>Facts of an offer, in the order in which people need them; the same on every page.</summary>
    public static IReadOnlyList<PracticalFact> Of(OfferContent content, DateOnly? confirmedOn)
    {
        var facts = new List<PracticalFact>();
        Add("À préparer", content.WhatToPrepare);
        Add("Coût", content.Cost);
        Add("Adhésion", content.Eligibility.Membership);
        Add("Délai annoncé", content.AnnouncedDelay);
        Add("Fiche confirmée", confirmedOn is { } day ? $"le {day.InWords}" : null);
        return facts;

        void Add(string label, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) facts.Add(new PracticalFact(label, value));
        }
    }
}
