using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Actors;

internal sealed class SupportActorConfiguration : IEntityTypeConfiguration<SupportActor>
{
    public void Configure(EntityTypeBuilder<SupportActor> builder)
    {
        builder.ToTable("support_actors");
        builder.Property(actor => actor.Id).ValueGeneratedNever();
        builder.Property(actor => actor.ImportKey).HasMaxLength(SupportActor.ImportKeyLength);
        builder.Property(actor => actor.Name).HasMaxLength(SupportActor.NameLength).UseCollation(Collations.French);
        builder.Property(actor => actor.Kind).HasMaxLength(Term.CodeLength);
        builder.Property(actor => actor.Circle).HasMaxLength(Term.CodeLength);
        builder.Property(actor => actor.Description).HasMaxLength(OfferContent.DescriptionLength);
        builder.Property(actor => actor.Website).HasMaxLength(2_083);
        builder.Property(actor => actor.ContactEmail).HasMaxLength(SupportActor.AddressLength);
        builder.Property(actor => actor.OfficeDepartement).HasMaxLength(SupportActor.DepartementLength);
        builder.Property(actor => actor.Verification).HasMaxLength(Term.CodeLength);
        builder.Property(actor => actor.EditorNote).HasMaxLength(OfferContent.DescriptionLength);
        builder.Property(actor => actor.Version).IsRowVersion();
        builder.Property<string>(ActorSearch.FoldedName).IsRequired().HasColumnType("text").UseCollation("C").HasComputedColumnSql("fold(name)", stored: true);
        builder.PrimitiveCollection(actor => actor.SourceUrls).ElementType().HasMaxLength(2_083);
        builder.PrimitiveCollection(actor => actor.EditedFields).ElementType().HasMaxLength(40);
        builder.HasMany(actor => actor.Offers).WithOne(offer => offer.Actor).HasForeignKey(offer => offer.ActorId)
            .OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_support_offers_actor");
        builder.HasIndex(actor => actor.ImportKey).IsUnique().HasDatabaseName("ux_support_actors_import_key");
        builder.HasIndex(actor => new { actor.Name, actor.Id }).HasDatabaseName("ix_support_actors_name");
    }
}

internal sealed class SupportOfferConfiguration : IEntityTypeConfiguration<SupportOffer>
{
    public void Configure(EntityTypeBuilder<SupportOffer> builder)
    {
        builder.ToTable("support_offers");
        builder.Property(offer => offer.Id).ValueGeneratedNever();
        builder.Property(offer => offer.ImportKey).HasMaxLength(SupportActor.ImportKeyLength * 2);
        builder.Property(offer => offer.Content).IsJson();
        builder.Property(offer => offer.Capacity).HasMaxLength(Term.CodeLength);
        builder.Property(offer => offer.ConfirmationMonths).HasDefaultValue(SheetClock.UsualMonths).HasSentinel(SheetClock.UsualMonths);
        builder.Property(offer => offer.Version).IsRowVersion();
        builder.HasIndex(offer => offer.ImportKey).IsUnique().HasDatabaseName("ux_support_offers_import_key");
        builder.HasIndex(offer => new { offer.ActorId, offer.State }).HasDatabaseName("ix_support_offers_actor");
        builder.HasIndex(offer => offer.UpdatedAt).HasDatabaseName("ix_support_offers_updated_at");
    }
}

internal sealed class OfferRevisionConfiguration : IEntityTypeConfiguration<OfferRevision>
{
    public void Configure(EntityTypeBuilder<OfferRevision> builder)
    {
        builder.ToTable("offer_revisions");
        builder.Property(revision => revision.Id).ValueGeneratedNever();
        builder.Property(revision => revision.Content).IsJson();
        builder.Property(revision => revision.Reason).HasMaxLength(OfferRevision.ReasonLength);
        builder.Property(revision => revision.Version).IsRowVersion();
        builder.HasOne(revision => revision.Offer).WithMany().HasForeignKey(revision => revision.OfferId)
            .OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_offer_revisions_offer");
        builder.HasIndex(revision => revision.OfferId).IsUnique().HasFilter("state = 'Pending'").HasDatabaseName("ux_offer_revisions_pending");
        builder.HasIndex(revision => new { revision.OfferId, revision.ProposedAt }).HasDatabaseName("ix_offer_revisions_offer");
        builder.HasIndex(revision => new { revision.State, revision.ProposedAt, revision.Id }).HasDatabaseName("ix_offer_revisions_state");
    }
}
