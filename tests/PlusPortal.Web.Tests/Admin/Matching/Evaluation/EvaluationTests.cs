using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Admin.Matching.Rules;
using PlusPortal.Web.Tests.Admin.Requests;

namespace PlusPortal.Web.Tests.Admin.Matching.Evaluation;

/// <summary>How well the rules in force, and those of a draft, answer the evaluation set.</summary>
public sealed class EvaluationTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Address = "/admin/evaluation";
    private const string MustLabel = "Acteurs attendus dans les trois premiers";

    [Fact]
    public async Task The_figures_are_those_of_the_directory_of_Lorraine_beside_a_plain_count_of_themes()
    {
        var samples = SampleRequests.Read();

        var page = await (await fixture.StaffAsync()).GetAsync(Address);

        Assert.True(page.Has($"{samples.Count} demandes inventées"));
        var (rules, baseline) = Figures(page, MustLabel);
        Assert.True(Count(rules) > Count(baseline), $"{rules}, {baseline}");
        Assert.EndsWith($"sur {samples.Sum(sample => sample.Expected.Must.Count)}", rules.Split(" (")[0], StringComparison.Ordinal);
        Assert.Equal("Non mesuré", Figures(page, "Signaux exactement justes").Other);
        Assert.Equal(samples.Select(sample => PageText.Normalise(sample.Title)), page.Document.QuerySelectorAll(".card-item h3").Select(heading => PageText.Normalise(heading.TextContent)));
        Assert.Equal(page.Text.Split("Temps médian")[0], (await page.ReloadAsync()).Text.Split("Temps médian")[0]);
    }

    [Fact]
    public async Task The_texts_are_read_with_what_staff_made_of_the_lexicon()
    {
        using var staff = await fixture.StaffAsync();
        var before = await staff.GetAsync(Address);
        Assert.True(before.Has($"le lexique d’aujourd’hui ({LexiconHash.Short(NeedLexicon.Default.Hash)})"));
        string hash;
        await using (var db = fixture.NewContext())
        {
            // Nearly every text of the set uses one of these words: they all seem to ask for shared jobs.
            db.LexiconChanges.Add(LexiconChange.Decide(1, new LexiconEntry(LexiconKind.Theme, Themes.EmploiPartage, 10, "association|projet|besoin|cherch*"), isActive: true, "Essai.", (await fixture.StaffMemberAsync()).Id, A.Now));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            hash = NeedLexicon.HashOf([.. db.LexiconChanges]);
        }

        var after = await staff.GetAsync(Address);

        Assert.NotEqual(NeedLexicon.Default.Hash, hash);
        Assert.True(after.Has($"le lexique d’aujourd’hui ({LexiconHash.Short(hash)})"));
        const string themes = "Thèmes attendus trouvés";
        Assert.NotEqual(Figures(before, themes).One, Figures(after, themes).One);
        Assert.Equal(Figures(before, themes).Other, Figures(after, themes).Other);
    }

    [Fact]
    public async Task A_draft_is_measured_on_the_set_before_it_is_published()
    {
        var draft = await fixture.AddDraftAsync(nameof(MatchingRules.ThemesCap), 0);

        var page = await (await fixture.StaffAsync()).GetAsync($"/admin/regles/{draft.Number}/essai");

        var (before, after) = Figures(page, MustLabel);
        Assert.True(Count(before) > Count(after), $"{before}, {after}");
    }

    [Fact]
    public async Task Staff_and_administrators_are_let_in_and_nobody_else()
    {
        var offer = A.SupportOffer().Build();
        await fixture.StoreAsync(offer);
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);
        using var administrator = await fixture.AdministratorAsync();

        Assert.Equal("/compte/connexion", (await fixture.NewBrowser().GetAsync(Address)).Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await partner.GetAsync(Address)).Status);
        Assert.Equal("Évaluation des règles", (await administrator.GetAsync(Address)).Heading);
    }

    private static (string One, string Other) Figures(HtmlPage page, string label)
    {
        var row = page.Document.QuerySelectorAll("tbody tr").Single(row => PageText.Normalise(row.QuerySelector("th")?.TextContent) == label);
        return row.QuerySelectorAll("td") is [var one, var other] ? (PageText.Normalise(one.TextContent), PageText.Normalise(other.TextContent)) : throw new InvalidOperationException(label);
    }

    private static int Count(string figure) => int.Parse(figure.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
}
