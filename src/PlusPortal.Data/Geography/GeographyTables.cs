using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data.Geography;

/// <summary>The tables of reference data.</summary>
public static class GeographyTables
{
    extension(PortalDb db)
    {
        /// <summary>Current communes of France.</summary>
        public DbSet<Commune> Communes => db.Set<Commune>();

        /// <summary>Communes that are no longer, with their successor.</summary>
        public DbSet<FormerCommune> FormerCommunes => db.Set<FormerCommune>();

        /// <summary>Intercommunalités.</summary>
        public DbSet<Epci> Epcis => db.Set<Epci>();

        /// <summary>Départements.</summary>
        public DbSet<Departement> Departements => db.Set<Departement>();

        /// <summary>Régions.</summary>
        public DbSet<Region> Regions => db.Set<Region>();

        /// <summary>Which reference data the database holds.</summary>
        public DbSet<ReferenceDataVersion> ReferenceDataVersions => db.Set<ReferenceDataVersion>();
    }
}
