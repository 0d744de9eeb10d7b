using PlusPortal.Domain.Directory;

namespace PlusPortal.Data.Import.Reading;

/// <summary>An actor as a valid record describes it.</summary>
/// <param name="ImportKey">The record's <c>id</c>.</param>
/// <param name="Values">What the record says of the organisation.</param>
/// <param name="Offers">Its offers, at least one.</param>
internal sealed record PlannedActor(string ImportKey, SupportActorImport Values, IReadOnlyList<PlannedOffer> Offers);

/// <summary>An offer as a valid record describes it.</summary>
/// <param name="ImportKey">The record's <c>id</c>, a slash, the key of the offer.</param>
/// <param name="Content">What it says.</param>
internal sealed record PlannedOffer(string ImportKey, OfferContent Content);
