using System.Data.Common;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Directory.Actors;

public sealed class ActorListTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_follow_each_other_by_name_without_repeating_or_missing_an_actor()
    {
        var mark = $"Suite{A.Number()}";
        var names = Enumerable.Range(1, 60).Select(number => $"{mark} acteur {number:00}").ToList();
        await AddAsync([.. names.Select(name => A.SupportActor().Named(name)).Reverse()]);
        using var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        var page = await browser.GetAsync($"/admin/annuaire?Texte={mark}");
        Assert.True(page.Has("60 acteurs correspondent."));
        var seen = new List<string>(Names(page));
        while (page.HasLink("Page suivante"))
        {
            page = await page.ClickAsync("Page suivante");
            Assert.InRange(Names(page).Count, 1, 25);
            seen.AddRange(Names(page));
        }

        Assert.Equal(names, seen);
    }

    [Fact]
    public async Task Names_are_sorted_as_in_a_French_dictionary()
    {
        var mark = $"Ordre{A.Number()}";
        await AddAsync(A.SupportActor().Named($"{mark} zèbre"), A.SupportActor().Named($"{mark} Écluse"), A.SupportActor().Named($"{mark} eau"), A.SupportActor().Named($"{mark} Foyer"));

        var page = await ListAsync($"Texte={mark}");

        Assert.Equal([$"{mark} eau", $"{mark} Écluse", $"{mark} Foyer", $"{mark} zèbre"], Names(page));
    }

    [Theory]
    [InlineData("fédération")]
    [InlineData("FEDERATION")]
    [InlineData("feder")]
    public async Task A_name_is_found_whatever_its_accents_and_its_case(string typed)
    {
        var number = A.Number();
        await AddAsync(A.SupportActor().Named($"La Fédération inventée {number}"));

        var page = await ListAsync($"Texte={Uri.EscapeDataString(typed)}");

        Assert.Contains($"La Fédération inventée {number}", Names(page));
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("' or 1=1 --")]
    public async Task Signs_of_the_search_language_are_plain_text(string typed)
    {
        await AddAsync(A.SupportActor());

        var page = await ListAsync($"Texte={Uri.EscapeDataString(typed)}");

        Assert.True(page.Has("Aucun acteur ne correspond."));
        Assert.True(page.HasLink("Voir tout l’annuaire"));
    }

    [Fact]
    public async Task Filters_combine_and_stay_filled()
    {
        var mark = $"Filtre{A.Number()}";
        await AddAsync(A.SupportActor().Named($"{mark} banque").OfKind(ActorKinds.Banque));
        await AddAsync(A.SupportActor().Named($"{mark} banque connue").OfKind(ActorKinds.Banque).WithCheckedEmail());
        await AddAsync(A.SupportActor().Named($"{mark} tiers-lieu").OfKind(ActorKinds.TiersLieu));

        var page = await (await ListAsync("")).Form("Filtrer").Fill("Nom", mark).Choose("Type", "Banque").Choose("Vérification", "Fiche non vérifiée par l’acteur").SubmitAsync();

        Assert.Equal([$"{mark} banque"], Names(page));
        Assert.Equal(mark, page.Form("Filtrer").Value("Nom"));
        Assert.Equal(ActorKinds.Banque, page.Form("Filtrer").Value("Type"));
        Assert.Equal(VerificationStatuses.NonVerifiee, page.Form("Filtrer").Value("Vérification"));
    }

    [Fact]
    public async Task Those_out_of_the_directory_are_listed_and_say_so()
    {
        var mark = $"Etat{A.Number()}";
        await AddAsync(A.SupportActor().Named($"{mark} dedans"));
        var outside = await fixture.AddActorAsync(actor => actor.Named($"{mark} dehors"));
        await using (var db = fixture.NewContext())
        {
            (await db.SupportActors.FindAsync([outside.Id], Ct))!.SetActive(false, A.Now);
            await db.SaveChangesAsync(Ct);
        }

        var inside = await ListAsync($"Texte={mark}&Etat=actifs");
        var outsiders = await ListAsync($"Texte={mark}&Etat=inactifs");

        Assert.Equal([$"{mark} dedans"], Names(inside));
        Assert.Equal([$"{mark} dehors"], Names(outsiders));
        Assert.True(outsiders.Has("Hors de l’annuaire"));
    }

    [Theory]
    [InlineData("Apres=abc")]
    [InlineData("Apres=%00%00")]
    [InlineData("Type=nimporte&Etat=quoi&Verification=autre")]
    public async Task A_mangled_address_shows_the_list_all_the_same(string query)
    {
        await AddAsync(A.SupportActor());

        var page = await ListAsync(query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(Names(page));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Waiting_proposals_are_announced()
    {
        var offer = await fixture.AddOfferAsync();
        await fixture.ProposeAsync(offer, content => content with { Cost = "Gratuit" });

        var page = await ListAsync("");

        Assert.Contains("votre relecture", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_takes_the_same_three_commands_whatever_its_length()
    {
        await AddAsync([.. Enumerable.Range(1, 30).Select(_ => A.SupportActor())]);
        var counter = new CommandCounter();
        await using var portal = new PortalFactory(fixture.Database, configure: services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(counter)));
        using var browser = await portal.SignInAsNewAsync(PortalRoles.Staff);
        await browser.GetAsync("/admin/annuaire");
        counter.Commands.Clear();

        await browser.GetAsync("/admin/annuaire");

        Assert.Equal(3, counter.Commands.Count(sql => sql.Contains("support_actors", StringComparison.Ordinal) || sql.Contains("offer_revisions", StringComparison.Ordinal)));
    }

    private static List<string> Names(HtmlPage page) => [.. page.Document.QuerySelectorAll("tbody tr td:first-child a").Select(link => link.TextContent)];

    private async Task<HtmlPage> ListAsync(string query)
    {
        var browser = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        return await browser.GetAsync($"/admin/annuaire?{query}");
    }

    private async Task AddAsync(params SupportActorBuilder[] actors)
    {
        await using var db = fixture.NewContext();
        db.AddRange(actors.Select(actor => actor.Build()));
        await db.SaveChangesAsync(Ct);
    }

    private sealed class CommandCounter : DbCommandInterceptor
    {
        public List<string> Commands { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands.Add(command.CommandText);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
