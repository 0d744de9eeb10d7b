using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Data.Actors;

/// <summary>What the home page says of the directory, as it is now.</summary>
/// <param name="Actors">Support actors with an offer in the directory.</param>
/// <param name="Offers">Their offers, as the directory counts them.</param>
/// <param name="Communes">Communes of Lorraine.</param>
public sealed record HomeFigures(int Actors, int Offers, int Communes);

/// <summary>Reads the figures.</summary>
public static class HomeFiguresQuery
{
    extension(PortalDb db)
    {
        /// <summary>All of them in one command. Sample actors never count.</summary>
        public async Task<HomeFigures> HomeFiguresAsync(CancellationToken ct)
        {
            var offers = db.SupportOffers.Public();
            var communes = db.Communes;
            return await db.Database.SqlQuery<int>($"select 1 as \"Value\"").Select(_ => new HomeFigures(
                offers.Select(offer => offer.ActorId).Distinct().Count(),
                offers.Count(),
                communes.Count(commune => Lorraine.Departements.Contains(commune.Departement)))).SingleAsync(ct);
        }
    }
}
