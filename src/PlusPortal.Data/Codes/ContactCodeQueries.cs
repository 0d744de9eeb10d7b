using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Requests;

namespace PlusPortal.Data.Codes;

/// <summary>The codes as a table.</summary>
public static class ContactCodeQueries
{
    extension(PortalDb db)
    {
        /// <summary>Codes that open contact details.</summary>
        public DbSet<ContactCode> ContactCodes => db.Set<ContactCode>();

        /// <summary>
        /// Tries a code on the last one that was mailed for a referral. Every try is counted before it is judged, so that two at once
        /// are two; of two right ones the first uses it up. Writes at once.
        /// </summary>
        /// <returns>Whether it was the right one, in time and for the first time.</returns>
        public async Task<bool> TryContactCodeAsync(Guid referralId, string typed, DateTimeOffset now, CancellationToken ct)
        {
            var last = await db.ContactCodes.AsNoTracking().Where(code => code.ReferralId == referralId).OrderByDescending(code => code.CreatedAt).ThenByDescending(code => code.Id).FirstOrDefaultAsync(ct);
            if (last is null) return false;
            var usable = db.ContactCodes.Where(code => code.Id == last.Id && code.UsedAt == null && code.ExpiresAt > now);
            if (await usable.Where(code => code.Tries < ContactCode.MostTries).ExecuteUpdateAsync(set => set.SetProperty(code => code.Tries, code => code.Tries + 1), ct) == 0) return false;
            return last.Matches(typed) && await usable.ExecuteUpdateAsync(set => set.SetProperty(code => code.UsedAt, now), ct) == 1;
        }
    }
}

internal sealed class ContactCodeConfiguration : IEntityTypeConfiguration<ContactCode>
{
    public void Configure(EntityTypeBuilder<ContactCode> builder)
    {
        builder.ToTable("contact_codes");
        builder.Property(code => code.Id).ValueGeneratedNever();
        builder.Property(code => code.Salt).HasMaxLength(16);
        builder.Property(code => code.Hash).HasMaxLength(32);
        builder.HasOne<Referral>().WithMany().HasForeignKey(code => code.ReferralId).OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_contact_codes_referral");
        builder.HasIndex(code => new { code.ReferralId, code.CreatedAt }).HasDatabaseName("ix_contact_codes_referral");
        builder.HasIndex(code => code.ExpiresAt).HasDatabaseName("ix_contact_codes_expires_at");
    }
}
