using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Matching.Triage;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;

namespace PlusPortal.Data.Requests;

/// <summary>Earlier requests that may be the same as one, found by index whatever the number of requests.</summary>
public static class DuplicateQueries
{
    /// <summary>Requests from one address whose titles are compared: more is no longer a person who sends twice.</summary>
    public const int MostTitles = 20;

    private const string Siren = "Siren";
    private const string Rna = "Rna";
    private const string EmailKey = "EmailKey";

    extension(PortalDb db)
    {
        /// <summary>The last request of the same SIREN, of the same RNA number, and the last ones from the same address within <see cref="Duplicates.WindowDays"/> days. Those already tied to another request are left out, and those that are anonymous: they are nobody's.</summary>
        public IQueryable<OrientationRequest> EarlierLike(DuplicateCandidate request)
        {
            var earlier = db.OrientationRequests.AsNoTracking()
                .Where(other => other.Id != request.RequestId && other.SubmittedAt <= request.SubmittedAt && other.DuplicateOfId == null && other.AnonymisedAt == null);
            var since = request.SubmittedAt.AddDays(-Duplicates.WindowDays);
            var email = request.Email?.Trim().ToLowerInvariant();
            var found = Latest(earlier.Where(other => EF.Property<string?>(other, EmailKey) == email && other.SubmittedAt >= since), MostTitles);
            if (request.Siren is { } siren) found = found.Concat(Latest(earlier.Where(other => EF.Property<string?>(other, Siren) == siren), 1));
            if (request.Rna is { } rna) found = found.Concat(Latest(earlier.Where(other => EF.Property<string?>(other, Rna) == rna), 1));
            return found;
        }

        /// <summary>What is compared of them, in one command.</summary>
        public async Task<IReadOnlyList<DuplicateCandidate>> DuplicateCandidatesAsync(DuplicateCandidate request, CancellationToken ct)
        {
            var rows = await db.EarlierLike(request).Select(other => new { other.Id, other.Reference, other.Declared, other.Contact.Email, other.SubmittedAt }).ToListAsync(ct);
            return [.. rows.Select(row => new DuplicateCandidate(row.Id, row.Reference, row.Declared.Siren, row.Declared.Rna, row.Email, row.Declared.Title, row.SubmittedAt))];
        }
    }

    extension(IQueryable<OrientationRequest> requests)
    {
        /// <summary>Those of an address, however it is typed.</summary>
        public IQueryable<OrientationRequest> From(string address)
        {
            var key = address.Trim().ToLowerInvariant();
            return requests.Where(request => EF.Property<string?>(request, EmailKey) == key);
        }
    }

    /// <summary>What is compared, in columns of its own that PostgreSQL derives: erasing the declaration or the contact erases them too.</summary>
    internal static void Configure(EntityTypeBuilder<OrientationRequest> builder)
    {
        builder.Property<string?>(Siren).HasMaxLength(Domain.Structures.Siren.Length).HasComputedColumnSql("declared ->> 'siren'", stored: true);
        builder.Property<string?>(Rna).HasMaxLength(Domain.Structures.Rna.Length).HasComputedColumnSql("declared ->> 'rna'", stored: true);
        builder.Property<string?>(EmailKey).HasMaxLength(Contact.EmailLength).HasComputedColumnSql("lower(trim(contact_email))", stored: true);
        builder.HasIndex(Siren, nameof(OrientationRequest.SubmittedAt)).HasFilter("siren is not null").HasDatabaseName("ix_orientation_requests_siren");
        builder.HasIndex(Rna, nameof(OrientationRequest.SubmittedAt)).HasFilter("rna is not null").HasDatabaseName("ix_orientation_requests_rna");
        builder.HasIndex(EmailKey, nameof(OrientationRequest.SubmittedAt)).HasDatabaseName("ix_orientation_requests_email");
    }

    private static IQueryable<OrientationRequest> Latest(IQueryable<OrientationRequest> requests, int count) =>
        requests.OrderByDescending(request => request.SubmittedAt).ThenByDescending(request => request.Id).Take(count);
}
