using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using PlusPortal.Data.Geography;
using PlusPortal.Data.Identity;
using PlusPortal.Data.Jobs;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Queries;
using PlusPortal.Data.Requests;
using PlusPortal.Data.Terms;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Data;

/// <summary>The database of the portal: the unit of work of every use-case.</summary>
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

    /// <summary>Requests being written.</summary>
    public DbSet<RequestDraft> RequestDrafts => Set<RequestDraft>();

    /// <summary>Private links.</summary>
    public DbSet<AccessLink> AccessLinks => Set<AccessLink>();

    /// <summary>E-mails to send.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>Runs of the jobs.</summary>
    public DbSet<JobRun> JobRuns => Set<JobRun>();

    /// <summary>Current communes of France.</summary>
    public DbSet<Commune> Communes => Set<Commune>();

    /// <summary>Communes that are no longer, with their successor.</summary>
    public DbSet<FormerCommune> FormerCommunes => Set<FormerCommune>();

    /// <summary>Intercommunalités.</summary>
    public DbSet<Epci> Epcis => Set<Epci>();

    /// <summary>Départements.</summary>
    public DbSet<Departement> Departements => Set<Departement>();

    /// <summary>Régions.</summary>
    public DbSet<Region> Regions => Set<Region>();

    /// <summary>Terms of the closed lists.</summary>
    public DbSet<VocabularyTerm> VocabularyTerms => Set<VocabularyTerm>();

    /// <summary>Texts of the public pages that staff edit.</summary>
    public DbSet<SiteText> SiteTexts => Set<SiteText>();

    /// <summary>Their versions.</summary>
    public DbSet<SiteTextVersion> SiteTextVersions => Set<SiteTextVersion>();

    /// <summary>Versions of the matching rules.</summary>
    public DbSet<RulesVersion> RulesVersions => Set<RulesVersion>();

    /// <summary>What staff decided about phrases of the lexicon.</summary>
    public DbSet<LexiconChange> LexiconChanges => Set<LexiconChange>();

    /// <summary>Which reference data the database holds.</summary>
    public DbSet<ReferenceDataVersion> ReferenceDataVersions => Set<ReferenceDataVersion>();

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
        PlainText.Configure(builder);
    }
}
