using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Tests.Email;

namespace PlusPortal.Web.Tests.Admin.Requests.Masking;

/// <summary>A word put into every text of a request is found nowhere once it is masked: in no table, no page, no mail.</summary>
public sealed class MaskingCanaryTests(MailBench bench) : IClassFixture<MailBench>
{
    private const string Canary = "Zénobiecanari";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Masked_passage_is_nowhere_in_the_database_on_a_page_nor_in_a_mail()
    {
        var portal = bench.Post.Portal;
        var number = A.Number();
        var offer = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail($"acteur{number}@example.org").Build()).Build();
        var request = Everywhere(number);
        request.RecordMatching(A.MatchResult($"{Canary} est cité.", offer), A.Now, A.Day, Author.Job);
        var referral = request.Sending(offer);
        request.RequestInformation(referral.Id, $"Qui est {Canary} ?", A.Partner(), A.Now, A.Day);
        request.GiveInformation(referral.Id, $"{Canary} aide.", Author.Structure, A.Now, A.Day);
        request.AcceptReferral(referral.Id, A.Partner(), A.Now, A.Day);
        request.CompleteReferral(referral.Id, ReferralOutcomes.AideApportee, $"{Canary} est contente.", A.Partner(), A.Now, A.Day);
        await bench.Post.StoreAsync(Ct, offer.Actor!, request);
        await portal.CreateUserAsync($"equipe{number}@example.org", PortalRoles.Staff);
        Assert.NotEmpty(await TablesHoldingAsync(Canary));
        using var staff = await portal.SignInAsync($"equipe{number}@example.org");

        var done = await (await staff.GetAsync($"{RequestScene.Address(request)}/masques")).Form("Enregistrer et masquer")
            .Fill("Autres passages à masquer", Canary.ToLowerInvariant()).Tick("Masquer aussi dans le nom de la structure").SubmitAsync();
        Assert.True(done.Has("Les passages sont masqués partout"), done.Text);
        await bench.Post.DeliverAllAsync(Ct);

        Assert.Empty(await TablesHoldingAsync(Canary));
        using var partner = await portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        using var visitor = portal.NewBrowser();
        foreach (var page in new[]
                 {
                     done,
                     await staff.GetAsync($"{RequestScene.Address(request)}/masques"),
                     await staff.GetAsync("/admin/demandes"),
                     await partner.GetAsync($"/partenaire/demandes/{referral.Id}"),
                     await partner.GetAsync("/partenaire/demandes"),
                     await partner.GetAsync("/partenaire/demandes/passees"),
                     await visitor.GetAsync(await LinkAsync(request)),
                 })
        {
            Assert.DoesNotContain(Canary, page.Body, StringComparison.OrdinalIgnoreCase);
        }

        var structure = await visitor.GetAsync(await LinkAsync(request));
        Assert.True(structure.Has("Nous avons masqué un passage de votre demande, pour protéger la vie privée d’une personne."), structure.Text);
        foreach (var address in new[] { request.Contact.Email, offer.Actor!.ContactEmail! })
        {
            var mail = Assert.Single(await bench.Server.ReceivedByAsync(address, expected: 1, Ct));
            Assert.Contains("un passage est masqué", mail.Subject, StringComparison.Ordinal);
            Assert.DoesNotContain(Canary, mail.Text + mail.Html + mail.Source, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>A closed request in whose every text the word stands.</summary>
    private static OrientationRequest Everywhere(int number)
    {
        var request = A.Request()
            .From(contact => contact with { Email = $"structure{number}@example.org" })
            .Declaring(declared => declared with
            {
                Title = $"{Canary} et nous",
                Need = $"Avec {Canary}, nous cherchons un local. {Canary.ToUpperInvariant()} le veut.",
                AlreadyMetText = $"La mairie, avec {Canary}",
                LegalForm = LegalForms.Autre,
                LegalFormDetail = $"Collectif de {Canary}",
                StructureName = $"Les Amis de {Canary}",
            }).Build().InTriage();
        request.WriteSummary($"{Canary} cherche un local.", A.Staff(), A.Now);
        request.AddNote($"Vu {Canary}.", A.Staff(), A.Now);
        request.AskStructure($"Qui est {Canary} ?", A.Staff(), A.Now, A.Day);
        request.AnswerQuestion($"{Canary} aide.", Author.Structure, A.Now, A.Day);
        request.Close(ClosingReasons.HorsTerritoire, $"Bonjour {Canary}.", null, A.Staff(), A.Now, A.Day);
        request.Reopen($"{Canary} a rappelé.", A.Staff(), A.Now, A.Day);
        request.LeavePassages([(Canary, $"{Canary} est une marque.")], A.Staff(), A.Now);
        return request;
    }

    private async Task<string> LinkAsync(OrientationRequest request) => await new BenchPortal(bench).LinkToAsync(request.Id);

    /// <summary>Every table of the model in a row of which the word stands.</summary>
    private async Task<List<string>> TablesHoldingAsync(string word)
    {
        await using var db = bench.Database.NewContext();
        var holding = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct())
        {
            var pattern = $"%{word}%";
            var sql = $"select count(*)::int as \"Value\" from \"{table}\" as line where line::text ilike {{0}}";
            if ((await db.Database.SqlQueryRaw<int>(sql, pattern).ToListAsync(Ct)).Single() > 0) holding.Add(table);
        }

        return holding;
    }

    private sealed class BenchPortal(MailBench bench) : IPortalUnderTest
    {
        public PortalFactory Portal => bench.Post.Portal;

        public Data.PortalDb NewContext() => bench.Database.NewContext();
    }
}
