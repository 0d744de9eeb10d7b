using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Data;

/// <summary>
/// The database of the portal: the unit of work of every use-case. It holds the tables of the domain's entities; a room
/// adds those of its own (<c>extension(PortalDb db)</c> beside its queries), so that the context knows no room.
/// </summary>
public sealed class PortalDb(DbContextOptions<PortalDb> options) : IdentityDbContext<PortalUser, IdentityRole<Guid>, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>Sequence of the references; never reset, gaps are normal.</summary>
    public const string ReferenceSequence = "request_reference_numbers";

    /// <summary>Organisations of the directory.</summary>
    public DbSet<SupportActor> SupportActors => Set<SupportActor>();

    /// <summary>What they offer.</summary>
    public DbSet<SupportOffer> SupportOffers => Set<SupportOffer>();

    /// <summary>Edits proposed by partners.</summary>
    public DbSet<OfferRevision> OfferRevisions => Set<OfferRevision>();

    /// <summary>Errors that readers report in the directory.</summary>
    public DbSet<SheetReport> SheetReports => Set<SheetReport>();

    /// <summary>Requests with their referrals, timeline and notes.</summary>
    public DbSet<OrientationRequest> OrientationRequests => Set<OrientationRequest>();

    /// <summary>Referrals, for lists; they are moved through their request only.</summary>
    public DbSet<Referral> Referrals => Set<Referral>();

    /// <summary>Texts of the public pages that staff edit.</summary>
    public DbSet<SiteText> SiteTexts => Set<SiteText>();

    /// <summary>Their versions.</summary>
    public DbSet<SiteTextVersion> SiteTextVersions => Set<SiteTextVersion>();

    /// <summary>Versions of the matching rules.</summary>
    public DbSet<RulesVersion> RulesVersions => Set<RulesVersion>();

    /// <summary>What staff decided about phrases of the lexicon.</summary>
    public DbSet<LexiconChange> LexiconChanges => Set<LexiconChange>();

    /// <inheritdoc />
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Indexes are those we mean: each configuration declares its own.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasSequence<long>(ReferenceSequence);
        builder.Entity<IdentityRole<Guid>>(role => { role.ToTable("roles"); role.Property(entity => entity.Id).ValueGeneratedNever(); });
        builder.Entity<IdentityUserRole<Guid>>().ToTable("user_roles");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("user_tokens");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("role_claims");
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
    }
}
