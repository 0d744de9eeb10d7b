using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Matching.Rules;

/// <summary>What the tests of the rules share.</summary>
internal static class RulesScene
{
    public const string EpciLabel = "Acteur de l'intercommunalité";
    public const string ReasonLabel = "Raison de la modification";
    public const string ProposeButton = "Proposer ces valeurs";
    public const string PublishButton = "Publier ces règles";

    extension(PortalFixture fixture)
    {
        /// <summary>A PLUS administrator, signed in.</summary>
        public Task<PortalBrowser> AdministratorAsync() => fixture.Portal.SignInAsNewAsync(PortalRoles.Administrator);

        /// <summary>The version in force, as it is stored.</summary>
        public async Task<RulesVersion> RulesInForceAsync()
        {
            await using var db = fixture.NewContext();
            return await db.RulesInForceAsync(TestContext.Current.CancellationToken);
        }

        /// <summary>A version, as it is stored.</summary>
        public async Task<RulesVersion> RulesAsync(int number)
        {
            await using var db = fixture.NewContext();
            return await db.RulesVersions.AsNoTracking().SingleAsync(version => version.Number == number, TestContext.Current.CancellationToken);
        }

        /// <summary>A draft that changes one weight, stored.</summary>
        public async Task<RulesVersion> AddDraftAsync(string weight, int value)
        {
            await using var db = fixture.NewContext();
            var inForce = await db.RulesInForceAsync(TestContext.Current.CancellationToken);
            var values = new Dictionary<string, int>(inForce.Values) { [weight] = value };
            var draft = RulesVersion.Propose(await db.NextRulesNumberAsync(TestContext.Current.CancellationToken), inForce, values, "Une raison inventée.", Guid.CreateVersion7(A.Now), A.Now);
            db.Add(draft);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            return draft;
        }

        /// <summary>Only these actors may be proposed: one of the commune of Toul and one of its EPCI, with offers that are alike.</summary>
        public async Task<(SupportOffer OfCommune, SupportOffer OfEpci)> AddNeighboursAsync()
        {
            await using var db = fixture.NewContext();
            await db.SupportActors.ExecuteUpdateAsync(set => set.SetProperty(actor => actor.IsActive, false), TestContext.Current.CancellationToken);
            var commune = A.SupportOffer().Covering("54528").Build();
            var epci = A.SupportOffer().Covering("200070563").Build();
            await fixture.StoreAsync(commune, epci);
            return (commune, epci);
        }
    }

    /// <summary>A value of the rules in force that is not the present one.</summary>
    public static int Another(this RulesVersion rules, string weight = nameof(MatchingRules.NearEpci)) => rules.Values[weight] == 30 ? 31 : 30;
}
