using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;

namespace PlusPortal.Data.Actors.Sheets;

internal sealed class SheetNoticeConfiguration : IEntityTypeConfiguration<SheetNotice>
{
    public void Configure(EntityTypeBuilder<SheetNotice> builder)
    {
        builder.ToTable("sheet_notices");
        builder.HasKey(notice => new { notice.OfferId, notice.DueOn, notice.Step }).HasName(SheetQueries.OneNotice);
        builder.HasOne<SupportOffer>().WithMany().HasForeignKey(notice => notice.OfferId).OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_sheet_notices_offer");
    }
}
