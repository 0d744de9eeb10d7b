using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Geography;
using PlusPortal.Data.Matching;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Features.Api.Orientations;

namespace PlusPortal.Web.Tests.Api.Orientations;

/// <summary>The public preview: its contract, its refusals, its limits and its description.</summary>
public sealed class OrientationPreviewTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Address = "/api/v1/orientations/preview";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_with_proposals_reasons_exclusions_and_signals()
    {
        var answer = await OkAsync("""
            {
              "title": "Trouver des mécènes",
              "description": "Notre association de Metz cherche des mécènes et des dons d'entreprises pour équiper un lieu : il manque 40 000 euros.",
              "legalForm": "association-droit-local", "qualifications": [], "communeCode": "57463", "employeeCount": 4.5, "annualBudget": 290000,
              "stage": "developper", "subStage": "developpement", "themes": ["mecenat-participatif"], "sectors": ["action-sociale"]
            }
            """);

        Assert.Equal(["excluded", "proposals", "rulesVersion", "signals", "stage", "subStage", "themes"], Names(answer));
        Assert.Equal(1, answer.GetProperty("rulesVersion").GetInt32());
        Assert.Equal("developper", answer.GetProperty("stage").GetProperty("declared").GetString());
        Assert.Equal("developper", answer.GetProperty("stage").GetProperty("suggested").GetString());
        Assert.Equal(["declared", "suggested"], Names(answer.GetProperty("subStage")));
        Assert.Equal("mecenat-participatif", answer.GetProperty("themes").GetProperty("declared")[0].GetString());
        Assert.Equal("mecenat-participatif", answer.GetProperty("themes").GetProperty("suggested")[0].GetString());

        var proposals = answer.GetProperty("proposals").EnumerateArray().ToList();

        // A lead and a contributor at least; actors far behind them are left out rather than shown third.
        Assert.InRange(proposals.Count, 2, 10);
        Assert.Equal(["actorId", "actorName", "offerId", "offerTitle", "rank", "reasons", "role", "score"], Names(proposals[0]));
        Assert.Equal(Enumerable.Range(1, proposals.Count), proposals.Select(proposal => proposal.GetProperty("rank").GetInt32()));
        Assert.Equal("lead", proposals[0].GetProperty("role").GetString());
        Assert.All(proposals.Skip(1), proposal => Assert.Equal("contributor", proposal.GetProperty("role").GetString()));
        var reasons = proposals.SelectMany(proposal => proposal.GetProperty("reasons").EnumerateArray()).ToList();
        Assert.All(reasons, reason => Assert.Contains(reason.GetProperty("outcome").GetString(), new[] { "met", "unmet", "unknown" }));
        Assert.All(reasons, reason => Assert.NotEqual("", reason.GetProperty("text").GetString()));

        var excluded = answer.GetProperty("excluded").EnumerateArray().ToList();
        Assert.NotEmpty(excluded);
        Assert.Equal(["actorId", "actorName", "criterion", "text"], Names(excluded[0]));
    }

    [Fact]
    public async Task Only_the_commune_and_the_stage_are_needed()
    {
        var answer = await OkAsync("""{ "communeCode": "54528", "stage": "demarrer" }""");

        Assert.NotEmpty(answer.GetProperty("proposals").EnumerateArray());
        Assert.Contains(answer.GetProperty("signals").EnumerateArray(), signal => signal.GetProperty("code").GetString() == TriageSignals.BesoinFlou);
    }

    [Fact]
    public async Task A_stage_that_is_not_known_excludes_nobody()
    {
        var answer = await OkAsync("""{ "communeCode": "54528", "stage": null, "legalForm": "association-loi-1901", "employeeCount": 3 }""");

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("stage").GetProperty("declared").ValueKind);
        Assert.DoesNotContain(answer.GetProperty("excluded").EnumerateArray(), exclusion => exclusion.GetProperty("criterion").GetString() == "stage");
    }

    [Fact]
    public async Task Saves_nothing()
    {
        await using var db = portal.NewContext();
        var before = await CountAsync();

        await OkAsync("""{ "communeCode": "54528", "stage": "developper", "title": "Rien ne reste", "description": "Ce texte ne doit rester nulle part." }""");

        Assert.Equal(before, await CountAsync());

        async Task<(int, int, int)> CountAsync() => (await db.OrientationRequests.CountAsync(Ct), await db.RequestDrafts.CountAsync(Ct), await db.Outbox.CountAsync(Ct));
    }

    [Fact]
    public async Task How_other_requests_to_an_actor_ended_stays_with_the_staff()
    {
        var offer = A.SupportOffer().Covering("54").About(Themes.ModeleEconomique).Build();
        var earlier = A.Request().Build();
        earlier.AcceptedBy(offer);
        await portal.StoreAsync(earlier, offer);

        var answer = await OkAsync("""{ "communeCode": "54528", "stage": "developper", "themes": ["modele-economique"], "title": "Revoir nos recettes", "description": "Notre modèle économique est à revoir." }""");

        await using var db = portal.NewContext();
        Assert.Equal(1, (await db.LoadCatalogAsync(Ct)).Offers.Single(row => row.OfferId == offer.Id).History.Accepted);
        var proposal = answer.GetProperty("proposals").EnumerateArray().Single(row => row.GetProperty("offerId").GetGuid() == offer.Id);
        var criteria = proposal.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("criterion").GetString()).ToList();
        Assert.Contains("themes", criteria);
        Assert.DoesNotContain("history", criteria);
        Assert.DoesNotContain("Demandes passées", answer.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("déclinées", answer.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commune_outside_Lorraine_gets_no_proposal_and_a_signal()
    {
        var answer = await OkAsync("""{ "communeCode": "67482", "stage": "developper", "legalForm": "association-droit-local" }""");

        Assert.Empty(answer.GetProperty("proposals").EnumerateArray());
        Assert.Equal([TriageSignals.HorsTerritoire], answer.GetProperty("signals").EnumerateArray().Select(signal => signal.GetProperty("code").GetString()));
        Assert.All(answer.GetProperty("excluded").EnumerateArray(), exclusion => Assert.Equal("territory", exclusion.GetProperty("criterion").GetString()));
    }

    [Fact]
    public async Task A_former_commune_leads_to_the_current_one()
    {
        await using var db = portal.NewContext();
        var communes = db.Communes;
        var former = await (
            from candidate in db.FormerCommunes
            join commune in communes on candidate.SuccessorCode equals commune.Code
            where commune.Departement == "55" && !communes.Any(current => current.Code == candidate.Code)
            orderby candidate.Code
            select candidate.Code).FirstAsync(Ct);

        var answer = await OkAsync($$"""{ "communeCode": "{{former}}", "stage": "developper" }""");

        Assert.NotEmpty(answer.GetProperty("proposals").EnumerateArray());
    }

    [Theory]
    [InlineData("""{ "stage": "developper" }""", "communeCode")]
    [InlineData("""{ "communeCode": null, "stage": "developper" }""", "communeCode")]
    [InlineData("""{ "communeCode": "54000", "stage": "developper" }""", "communeCode")]
    [InlineData("""{ "communeCode": "Toul", "stage": "developper" }""", "communeCode")]
    [InlineData("""{ "communeCode": 54528, "stage": "developper" }""", "communeCode")]
    [InlineData("""{ "communeCode": "54528" }""", "stage")]
    [InlineData("""{ "communeCode": "54528", "stage": "grandir" }""", "stage")]
    [InlineData("""{ "communeCode": "54528", "stage": 3 }""", "stage")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "subStage": "x" }""", "subStage")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "legalForm": "association" }""", "legalForm")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "legalForm": ["scop"] }""", "legalForm")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "qualifications": "esus" }""", "qualifications")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "qualifications": ["esus", "x"] }""", "qualifications")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "themes": ["pret-garantie", "fonds-propres", "emploi-partage", "locaux-hebergement"] }""", "themes")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "themes": [1] }""", "themes")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "sectors": ["culture", "x"] }""", "sectors")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "sectors": ["culture", "sport-loisirs", "numerique", "energie"] }""", "sectors")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "employeeCount": -1 }""", "employeeCount")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "employeeCount": "trois" }""", "employeeCount")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "employeeCount": 1e300 }""", "employeeCount")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "annualBudget": -0.01 }""", "annualBudget")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "annualBudget": true }""", "annualBudget")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "title": 12 }""", "title")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "description": {} }""", "description")]
    [InlineData("""{ "communeCode": "5452\ud800", "stage": "developper" }""", "communeCode")]
    [InlineData("""{ "communeCode": "54528", "stage": "developper", "themes": ["\ud800\u0000"] }""", "themes")]
    [InlineData("""{ "communeCode": "54528", """, "body")]
    [InlineData("""[]""", "body")]
    [InlineData("""null""", "body")]
    [InlineData("""[[[[[[[[[[[]]]]]]]]]]]""", "body")]
    public async Task A_wrong_field_is_named_with_a_sentence(string body, string field)
    {
        var problem = await ProblemAsync(body, HttpStatusCode.BadRequest);

        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        var errors = problem.GetProperty("errors");
        Assert.Equal([field], Names(errors));
        Assert.EndsWith(".", errors.GetProperty(field)[0].GetString());
    }

    [Fact]
    public async Task An_empty_body_is_refused()
    {
        var problem = await ProblemAsync("", HttpStatusCode.BadRequest);

        Assert.NotEmpty(Names(problem.GetProperty("errors")));
    }

    [Fact]
    public async Task Every_wrong_field_is_named_at_once()
    {
        var problem = await ProblemAsync(
            """{ "communeCode": "x", "stage": "x", "subStage": "x", "legalForm": "x", "themes": ["x"], "sectors": ["x"], "qualifications": ["x"], "employeeCount": "x", "annualBudget": -1, "title": 1, "description": 1 }""",
            HttpStatusCode.BadRequest);

        Assert.Equal(
            ["annualBudget", "communeCode", "description", "employeeCount", "legalForm", "qualifications", "sectors", "stage", "subStage", "themes", "title"],
            Names(problem.GetProperty("errors")));
    }

    [Fact]
    public async Task Texts_that_are_too_long_are_refused_and_the_longest_accepted()
    {
        var longest = new string('é', 4_000);

        await OkAsync($$"""{ "communeCode": "54528", "stage": "developper", "title": "{{new string('a', 120)}}", "description": "{{longest}}" }""");
        var problem = await ProblemAsync($$"""{ "communeCode": "54528", "stage": "developper", "title": "{{new string('a', 121)}}", "description": "{{longest}}e" }""", HttpStatusCode.BadRequest);

        Assert.Equal(["description", "title"], Names(problem.GetProperty("errors")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_beyond_the_limit_is_refused_whether_its_length_is_announced_or_not(bool isAnnounced)
    {
        var bytes = Encoding.UTF8.GetBytes($$"""{ "communeCode": "54528", "stage": "developper", "x": "{{new string('x', OrientationsController.MostBytes)}}" }""");
        using var browser = portal.NewBrowser();
        using var content = isAnnounced ? (HttpContent)new ByteArrayContent(bytes) : new StreamContent(new MemoryStream(bytes));
        content.Headers.ContentType = new("application/json");
        if (!isAnnounced) content.Headers.ContentLength = null;

        using var response = await browser.Client.PostAsync(Address, content, Ct);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>« maxLength » of the document counts code points (RFC 8259, JSON Schema); so does the check. What nobody sees does not count.</summary>
    [Theory]
    [InlineData(Declaration.TitleLength, HttpStatusCode.OK)]
    [InlineData(Declaration.TitleLength + 1, HttpStatusCode.BadRequest)]
    public async Task A_title_is_counted_as_the_document_says(int emoji, HttpStatusCode status)
    {
        using var browser = portal.NewBrowser();
        var title = string.Concat(Enumerable.Repeat("😀", emoji)) + "\u200B\uFFFE";

        using var answer = await PostAsync(browser.Client, JsonSerializer.Serialize(new { communeCode = "54528", stage = "developper", title }));

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Halves_of_characters_and_what_nobody_sees_are_dropped_from_a_body()
    {
        var plain = await OkAsync("""{ "communeCode": "54528", "stage": "developper", "themes": ["emploi-partage"], "title": "Un poste partagé", "description": "Nous cherchons une coopérative." }""");
        var odd = await OkAsync("""{ "communeCode": "54\u200b528", "stage": "dev\ud800elopper\u0000", "themes": ["emploi\u00ad-partage"], "title": "Un poste parta\udc00ge\u0301", "description": "Nous cherchons une coo\u00adpérative.\ufffe", "\ud800": 1 }""");

        Assert.Equal(plain.ToString(), odd.ToString());
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        using var browser = portal.NewBrowser();
        using var content = new StringContent("communeCode=54528&stage=developper", Encoding.UTF8, "application/x-www-form-urlencoded");

        using var response = await browser.Client.PostAsync(Address, content, Ct);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("application/json; charset=nix", "{}", "Format non accepté")]
    [InlineData("application/json; charset=utf-7", "{}", "Format non accepté")]
    [InlineData("application/json", "{", "Des champs ne conviennent pas")]
    [InlineData("application/json", "{}", "Des champs ne conviennent pas")]
    [InlineData("application/json", null, "Envoi trop long")]
    public async Task Every_refusal_is_in_French_and_has_a_reference(string contentType, string? body, string title)
    {
        using var browser = portal.NewBrowser();
        using var content = new StringContent(body ?? new string('[', OrientationsController.MostBytes + 1), Encoding.ASCII);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        using var response = await browser.Client.PostAsync(Address, content, Ct);

        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct));
        Assert.Equal(title, problem.RootElement.GetProperty("title").GetString());
        Assert.Matches("^[A-Y34679]{8}$", problem.RootElement.GetProperty("reference").GetString()!);
    }

    [Fact]
    public async Task Too_many_calls_are_told_how_long_to_wait()
    {
        await using var limited = new PortalFactory(portal.Database, settings: new Dictionary<string, string> { ["RateLimits:OrientationPreview:Requests"] = "3", ["RateLimits:OrientationPreview:WindowSeconds"] = "60" });
        using var client = limited.CreateClient();
        const string body = """{ "communeCode": "54528", "stage": "developper" }""";

        for (var call = 0; call < 3; call++) Assert.Equal(HttpStatusCode.OK, (await PostAsync(client, body)).StatusCode);
        using var refused = await PostAsync(client, body);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_change_of_the_directory_is_seen()
    {
        await using var db = portal.NewContext();
        var actor = A.SupportActor().Named($"Acteur d'essai {A.Number()}").Build();
        A.SupportOffer().Of(actor).Covering("55117").About(Themes.EmploiPartage).Build();
        const string body = """{ "communeCode": "55117", "stage": "developper", "themes": ["emploi-partage"], "description": "Nous voulons partager un poste de comptable entre trois associations." }""";
        Assert.DoesNotContain(actor.Name, NamesOfProposals(await OkAsync(body)));

        db.SupportActors.Add(actor);
        await db.SaveChangesAsync(Ct);
        Assert.Contains(actor.Name, NamesOfProposals(await OkAsync(body)));

        actor.SetActive(false, A.Now);
        await db.SaveChangesAsync(Ct);
        var answer = await OkAsync(body);
        Assert.DoesNotContain(actor.Name, NamesOfProposals(answer));
        Assert.DoesNotContain(actor.Name, answer.GetRawText());
    }

    [Fact]
    public async Task The_open_api_document_describes_it()
    {
        using var browser = portal.NewBrowser();

        using var document = JsonDocument.Parse(await browser.Client.GetStringAsync("/openapi/v1.json", Ct));

        var path = document.RootElement.GetProperty("paths").EnumerateObject().Single(candidate => candidate.Name == Address);
        var operation = path.Value.GetProperty("post");
        Assert.Equal(["200", "400", "413", "415", "429"], Names(operation.GetProperty("responses")));
        Assert.NotEqual("", operation.GetProperty("description").GetString());
        var schema = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("PreviewRequest");
        Assert.Equal(["communeCode", "stage"], schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()).Order());
        var properties = schema.GetProperty("properties");
        Assert.Equal(
            ["annualBudget", "communeCode", "description", "employeeCount", "legalForm", "qualifications", "sectors", "stage", "subStage", "themes", "title"],
            Names(properties));
        Assert.All(properties.EnumerateObject(), property => Assert.NotEqual("", property.Value.GetProperty("description").GetString()));
        Assert.Equal(Themes.All.Count, properties.GetProperty("themes").GetProperty("items").GetProperty("enum").GetArrayLength());
        Assert.Equal(LegalForms.All.Select(term => term.Code), properties.GetProperty("legalForm").GetProperty("enum").EnumerateArray().Select(code => code.GetString()));
        Assert.NotEqual(JsonValueKind.Undefined, schema.GetProperty("examples")[0].ValueKind);
        Assert.All(document.RootElement.GetProperty("paths").EnumerateObject(), candidate => Assert.StartsWith("/api/", candidate.Name));
    }

    [Fact]
    public async Task The_example_of_the_document_works()
    {
        using var browser = portal.NewBrowser();
        using var document = JsonDocument.Parse(await browser.Client.GetStringAsync("/openapi/v1.json", Ct));
        var example = document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("PreviewRequest").GetProperty("examples")[0];

        var answer = await OkAsync(example.GetRawText());

        Assert.NotEmpty(answer.GetProperty("proposals").EnumerateArray());
    }

    private static IEnumerable<string?> NamesOfProposals(JsonElement answer) =>
        answer.GetProperty("proposals").EnumerateArray().Select(proposal => proposal.GetProperty("actorName").GetString());

    private static IReadOnlyList<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal)];

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string body) =>
        client.PostAsync(Address, new StringContent(body, Encoding.UTF8, "application/json"), Ct);

    private async Task<JsonElement> OkAsync(string body)
    {
        using var browser = portal.NewBrowser();
        using var response = await PostAsync(browser.Client, body);
        var text = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<JsonElement> ProblemAsync(string body, HttpStatusCode status)
    {
        using var browser = portal.NewBrowser();
        using var response = await PostAsync(browser.Client, body);
        var text = await response.Content.ReadAsStringAsync(Ct);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(text).RootElement;
    }
}
