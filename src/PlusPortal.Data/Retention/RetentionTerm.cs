using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Retention;

namespace PlusPortal.Data.Retention;

/// <summary>One term in force. Only the owner of the schema writes it, with <c>migrate</c>.</summary>
public sealed class RetentionTerm
{
    /// <summary>Its name, a property of <see cref="RetentionTerms"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Days or months, as the name says.</summary>
    public required int Number { get; set; }

    /// <summary>When it was given that value, UTC.</summary>
    public required DateTimeOffset SetAt { get; set; }
}

internal sealed class RetentionTermConfiguration : IEntityTypeConfiguration<RetentionTerm>
{
    public void Configure(EntityTypeBuilder<RetentionTerm> builder)
    {
        builder.ToTable("retention_terms");
        builder.HasKey(term => term.Name);
        builder.Property(term => term.Name).HasMaxLength(RetentionTerms.NameLength);
    }
}

/// <summary>The terms in force, read and written.</summary>
public static class RetentionTermStore
{
    extension(PortalDb db)
    {
        /// <summary>The terms in force.</summary>
        /// <exception cref="InvalidOperationException">The database holds none: <c>migrate</c> writes them.</exception>
        public async Task<RetentionTerms> RetentionTermsAsync(CancellationToken ct) =>
            RetentionTerms.Read(await db.Set<RetentionTerm>().AsNoTracking().ToDictionaryAsync(term => term.Name, term => term.Number, ct))
            ?? throw new InvalidOperationException("The database holds no terms of retention: run « migrate » as the owner of the schema.");

        /// <summary>Puts terms into force; as the owner of the schema. A second time changes nothing.</summary>
        public async Task SetRetentionTermsAsync(RetentionTerms terms, DateTimeOffset now, CancellationToken ct)
        {
            var stored = await db.Set<RetentionTerm>().ToDictionaryAsync(term => term.Name, ct);
            foreach (var (name, number) in terms.ByName)
            {
                if (!stored.TryGetValue(name, out var term)) db.Add(new RetentionTerm { Name = name, Number = number, SetAt = now });
                else if (term.Number != number) (term.Number, term.SetAt) = (number, now);
            }

            await db.SaveChangesAsync(ct);
        }
    }
}
