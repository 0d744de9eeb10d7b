using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PlusPortal.Data.Geography;

internal sealed class CommuneConfiguration : IEntityTypeConfiguration<Commune>
{
    public void Configure(EntityTypeBuilder<Commune> builder)
    {
        builder.ToTable("communes");
        builder.HasKey(commune => commune.Code);
        builder.Property(commune => commune.Code).HasMaxLength(5);
        builder.Property(commune => commune.Name).HasMaxLength(80);
        builder.Property(commune => commune.SearchName).HasMaxLength(80).UseCollation("C");
        builder.Property(commune => commune.Epci).HasMaxLength(9);
        builder.Property(commune => commune.Departement).HasMaxLength(3);
        builder.Property(commune => commune.Region).HasMaxLength(3);
        builder.PrimitiveCollection(commune => commune.PostalCodes).ElementType().HasMaxLength(5);
        builder.HasIndex(commune => commune.SearchName).HasDatabaseName("ix_communes_search_name");
        builder.HasIndex(commune => commune.PostalCodes).HasMethod("gin").HasDatabaseName("ix_communes_postal_codes");
    }
}

internal sealed class FormerCommuneConfiguration : IEntityTypeConfiguration<FormerCommune>
{
    public void Configure(EntityTypeBuilder<FormerCommune> builder)
    {
        builder.ToTable("former_communes");
        builder.HasKey(former => new { former.Code, former.Kind });
        builder.Property(former => former.Code).HasMaxLength(5);
        builder.Property(former => former.Kind).HasMaxLength(30);
        builder.Property(former => former.Name).HasMaxLength(80);
        builder.Property(former => former.SearchName).HasMaxLength(80).UseCollation("C");
        builder.Property(former => former.SuccessorCode).HasMaxLength(5);
        builder.HasIndex(former => former.SearchName).HasDatabaseName("ix_former_communes_search_name");
    }
}

internal sealed class EpciConfiguration : IEntityTypeConfiguration<Epci>
{
    public void Configure(EntityTypeBuilder<Epci> builder)
    {
        builder.ToTable("epcis");
        builder.HasKey(epci => epci.Code);
        builder.Property(epci => epci.Code).HasMaxLength(9);
        builder.Property(epci => epci.Name).HasMaxLength(160);
    }
}

internal sealed class DepartementConfiguration : IEntityTypeConfiguration<Departement>
{
    public void Configure(EntityTypeBuilder<Departement> builder)
    {
        builder.ToTable("departements");
        builder.HasKey(departement => departement.Code);
        builder.Property(departement => departement.Code).HasMaxLength(3);
        builder.Property(departement => departement.Name).HasMaxLength(80);
        builder.Property(departement => departement.Region).HasMaxLength(3);
    }
}

internal sealed class RegionConfiguration : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.ToTable("regions");
        builder.HasKey(region => region.Code);
        builder.Property(region => region.Code).HasMaxLength(3);
        builder.Property(region => region.Name).HasMaxLength(80);
    }
}

internal sealed class ReferenceDataVersionConfiguration : IEntityTypeConfiguration<ReferenceDataVersion>
{
    public void Configure(EntityTypeBuilder<ReferenceDataVersion> builder)
    {
        builder.ToTable("reference_data_versions");
        builder.HasKey(version => version.Name);
        builder.Property(version => version.Name).HasMaxLength(40);
        builder.Property(version => version.Version).HasMaxLength(80);
    }
}
