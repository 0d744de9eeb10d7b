using System.Linq.Expressions;
using PlusPortal.Domain.Directory;

namespace PlusPortal.Data.Actors;

/// <summary>What the public may know of: said here for every list, count and sheet that EF asks for.</summary>
/// <remarks>
/// A suspended offer is named and never proposed. Source: workflow, §9. The SQL of <see cref="DirectorySearch"/> asks the
/// same by hand, and so does the matcher's snapshot in the domain; <c>PublicOffersTests</c> holds all of them to one answer.
/// </remarks>
public static class PublicDirectory
{
    /// <summary>Whether an actor is in the directory: active, and no sample.</summary>
    private static readonly Expression<Func<SupportActor, bool>> IsPublicActor = actor => actor.IsActive && !actor.IsSample;

    /// <summary>Whether an offer is: published or suspended, of an actor that is.</summary>
    private static readonly Expression<Func<SupportOffer, bool>> IsPublicOffer = offer =>
        SupportOffer.PublicStates.Contains(offer.State) && offer.Actor!.IsActive && !offer.Actor.IsSample;

    /// <summary>The states of public offers, as rows hold them.</summary>
    internal static string[] PublicStates { get; } = [.. SupportOffer.PublicStates.Select(state => state.ToString())];

    extension(IQueryable<SupportActor> actors)
    {
        /// <summary>Those in the directory.</summary>
        public IQueryable<SupportActor> Public() => actors.Where(IsPublicActor);
    }

    extension(IQueryable<SupportOffer> offers)
    {
        /// <summary>Those in the directory.</summary>
        public IQueryable<SupportOffer> Public() => offers.Where(IsPublicOffer);
    }
}
