using System.Buffers.Binary;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Scoring;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Matching.Search;

/// <summary>An eligible offer with its score, in the total order: score, nearest territory, rotation of the day, identifier.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Score">Sum of the points.</param>
/// <param name="Level">Nearest level at which the offer covers the commune.</param>
/// <param name="Rotation">Place of the day among equals.</param>
/// <param name="ActorThemes">Themes that the actor's eligible offers answer together.</param>
internal readonly record struct Candidate(CatalogOffer Offer, int Score, TerritoryLevel Level, uint Rotation, ThemeMask ActorThemes) : IComparable<Candidate>
{
    /// <summary>Scores an eligible offer by itself.</summary>
    /// <param name="context">The request.</param>
    /// <param name="offer">The offer.</param>
    /// <param name="hardPoints">What the hard criteria add or remove.</param>
    public static Candidate Of(MatchingContext context, CatalogOffer offer, int hardPoints)
    {
        var score = hardPoints;
        foreach (var criterion in SoftCriteria.All) score += criterion.Judge(context, offer).Points;
        if (context.Rules.NamedBetter > 0) score += SoftCriteria.NamedBetter(context, offer).Points;
        return new Candidate(offer, score, context.LevelOf(offer) ?? TerritoryLevel.France, RotationOf(context.Today, offer.OfferId), offer.ThemeSet);
    }

    /// <summary>The same with what the actor's other eligible offers add.</summary>
    public Candidate WithOtherOffers(MatchingContext context) => this with { Score = Score + SoftCriteria.OtherOffers(context, Offer, ActorThemes).Points };

    /// <summary>An offer that shares no theme with a need that is known is of use only as a guide, and a message that sells is for nobody; what is unknown never removes an offer.</summary>
    public bool IsHelpful(MatchingContext context)
    {
        if (context.Assessment.IsUnwanted) return false;
        if (context.MainThemes.Bits == 0 || Offer.ThemeSet.And(context.MainThemes).Bits != 0) return true;
        return Offer.Circle == Circles.PremierAccueil && Score >= context.Rules.LeastScore;
    }

    public int CompareTo(Candidate other)
    {
        var byScore = other.Score.CompareTo(Score);
        if (byScore != 0) return byScore;
        var byLevel = Level.CompareTo(other.Level);
        if (byLevel != 0) return byLevel;
        var byRotation = Rotation.CompareTo(other.Rotation);
        return byRotation != 0 ? byRotation : Offer.OfferId.CompareTo(other.Offer.OfferId);
    }

    /// <summary>A number that changes every day for every offer, so that no equal is always first (FNV-1a over the day and the identifier).</summary>
    private static uint RotationOf(DateOnly today, Guid offerId)
    {
        Span<byte> bytes = stackalloc byte[20];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, today.DayNumber);
        offerId.TryWriteBytes(bytes[4..]);
        var hash = 2166136261u;
        foreach (var value in bytes) hash = (hash ^ value) * 16777619u;
        return hash;
    }
}
