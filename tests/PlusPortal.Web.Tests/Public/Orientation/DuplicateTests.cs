using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Admin.Requests;

namespace PlusPortal.Web.Tests.Public.Orientation;

/// <summary>A structure that asks twice: staff are shown the other request, nothing is merged.</summary>
public sealed class DuplicateTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("732 829 320", "73282932000074", "Même SIREN que la demande")]
    [InlineData("W543000123", "w543000123", "Même numéro RNA que la demande")]
    public async Task Same_number_is_noticed_whatever_the_title_the_address_and_the_time(string first, string second, string reason)
    {
        var earlier = await SendAsync(number: first);
        fixture.Portal.Clock.Advance(TimeSpan.FromDays(200));

        var later = await SendAsync(number: second, title: "Recruter une personne");

        AssertNames(earlier, later, reason);
    }

    [Fact]
    public async Task Same_address_and_a_near_title_mistyped_is_noticed_within_thirty_days()
    {
        var email = $"deuxfois{A.Number()}@example.org";
        var earlier = await SendAsync(email: email, title: "Ouvrir un café associatif");
        fixture.Portal.Clock.Advance(TimeSpan.FromDays(29));

        var later = await SendAsync(email: email.ToUpperInvariant(), title: "Ouvrir un caffé asociatif");

        AssertNames(earlier, later, "Même adresse et titre proche de la demande");
    }

    [Fact]
    public async Task Another_need_or_a_month_later_is_no_duplicate()
    {
        var email = $"suite{A.Number()}@example.org";
        await SendAsync(email: email, title: "Ouvrir un café associatif");

        var other = await SendAsync(email: email, title: "Recruter une comptable");
        fixture.Portal.Clock.Advance(TimeSpan.FromDays(31));
        var later = await SendAsync(email: email, title: "Ouvrir un café associatif");

        Assert.DoesNotContain(TriageSignals.Doublon, other.SignalCodes);
        Assert.DoesNotContain(TriageSignals.Doublon, later.SignalCodes);
    }

    [Fact]
    public async Task Staff_see_the_reason_and_a_link_to_the_other_request_and_both_stay_as_they_are()
    {
        var email = $"equipe{A.Number()}@example.org";
        var earlier = await SendAsync(email: email);
        var later = await SendAsync(email: email);

        var page = await fixture.OpenAsync(later);

        Assert.True(page.Has($"Même adresse et titre proche de la demande {earlier.Reference}, reçue il y a moins de 30 jours."), page.Text);
        var other = await page.ClickAsync($"Comparer avec la demande {earlier.Reference}");
        Assert.StartsWith(earlier.Reference, other.Heading, StringComparison.Ordinal);
        Assert.False(other.Has("Comparer avec la demande"));
        Assert.Equal((RequestStatus.Submitted, RequestStatus.Submitted), ((await fixture.ReadAsync(earlier.Id)).Status, (await fixture.ReadAsync(later.Id)).Status));
    }

    [Fact]
    public async Task New_search_finds_the_duplicate_and_forgets_one_that_was_tied_already()
    {
        var email = $"relance{A.Number()}@example.org";
        var earlier = await SendAsync(email: email);
        var later = A.Request().Declaring(declared => declared with { Title = earlier.Declared.Title }).From(contact => contact with { Email = email })
            .SentOn(earlier.SubmittedAt.AddHours(1), A.Day).Build();
        await fixture.StoreAsync(later);
        using var staff = await fixture.StaffAsync();

        await (await staff.GetAsync(RequestScene.Address(later))).Form("Relancer la recherche").SubmitAsync();
        AssertNames(earlier, await fixture.ReadAsync(later.Id), "Même adresse");

        await CloseAsDuplicateAsync(earlier, later);
        await (await staff.GetAsync(RequestScene.Address(later))).Form("Relancer la recherche").SubmitAsync();
        Assert.DoesNotContain(TriageSignals.Doublon, (await fixture.ReadAsync(later.Id)).SignalCodes);
    }

    [Fact]
    public async Task Suspicion_of_the_sending_outlives_a_new_search()
    {
        var check = await Walk.ToAsync(fixture.Portal, "verification");
        var sent = await Walk.Agree(check).Fill("Laissez cette case vide", "https://example.org").SubmitAsync();
        var request = await RequestOfAsync(sent);

        var page = await (await fixture.OpenAsync(request)).Form("Relancer la recherche").SubmitAsync();
        await page.Form("Relancer la recherche").SubmitAsync();

        Assert.Single((await fixture.ReadAsync(request.Id)).Matching!.Signals, signal => signal.Code == TriageSignals.Indesirable);
    }

    [Fact]
    public async Task Each_way_to_find_a_candidate_has_its_index()
    {
        var request = A.Request().Declaring(declared => declared with { Siren = "732829320", Rna = "W543000123" }).Build();
        await using var db = fixture.NewContext();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await db.Database.ExecuteSqlRawAsync(OnlyTheirIndexes, Ct);
        await using var command = db.EarlierLike(request.ToDuplicateCandidate()).Select(other => other.Id).CreateDbCommand();
        command.CommandText = "explain " + command.CommandText;

        var plan = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(Ct))
        {
            while (await reader.ReadAsync(Ct)) plan.Add(reader.GetString(0));
        }

        foreach (var index in new[] { "siren", "rna", "email" }) Assert.Contains(plan, line => line.Contains($"ix_orientation_requests_{index}", StringComparison.Ordinal));
    }

    /// <summary>On a table of a few rows every index costs the same: the others are set aside until the end of the transaction.</summary>
    private const string OnlyTheirIndexes = """
        set local enable_seqscan = off;
        set local enable_bitmapscan = off;
        do $$ begin
          execute (select string_agg(format('drop index %I', indexname), '; ') from pg_indexes
                   where tablename = 'orientation_requests' and indexname like 'ix\_%' and indexname !~ '_(siren|rna|email)$');
        end $$
        """;

    private static void AssertNames(OrientationRequest earlier, OrientationRequest later, string reason)
    {
        var signal = Assert.Single(later.Matching!.Signals, signal => signal.Code == TriageSignals.Doublon);
        Assert.StartsWith(reason, signal.Reason, StringComparison.Ordinal);
        Assert.Contains(earlier.Reference, signal.Reason, StringComparison.Ordinal);
        Assert.Equal(earlier.Reference, signal.OtherReference);
        Assert.Contains(TriageSignals.Doublon, later.SignalCodes);
        Assert.DoesNotContain(TriageSignals.Doublon, earlier.SignalCodes);
    }

    private async Task CloseAsDuplicateAsync(OrientationRequest duplicate, OrientationRequest kept)
    {
        var form = await (await fixture.OpenAsync(duplicate)).ClickAsync("Écarter ou terminer");
        await form.Form("Terminer la demande").Choose("Doublon").Fill("Référence de la demande conservée", kept.Reference).SubmitAsync();
        Assert.Equal(kept.Id, (await fixture.ReadAsync(duplicate.Id)).DuplicateOfId);
    }

    private async Task<OrientationRequest> SendAsync(string? number = null, string? email = null, string title = "Trouver un modèle durable")
    {
        var page = await Walk.SendAsync(fixture.Portal, change: new()
        {
            ["structure"] = form => form.Fill("Nom de la structure", $"Les Essais imaginaires {A.Number()}").Fill("Numéro SIREN, SIRET ou RNA", number),
            ["besoin"] = form => form.Fill("Titre", title).Fill("Votre besoin", "Nous dépendons d’une seule subvention et cherchons à diversifier nos recettes."),
            ["contact"] = form => form.Fill("Prénom et nom", "Camille Inventée").Fill("Adresse e-mail", email ?? $"camille{A.Number()}@example.org").Choose("Par courriel"),
        });
        return await RequestOfAsync(page);
    }

    private async Task<OrientationRequest> RequestOfAsync(HtmlPage page)
    {
        await using var db = fixture.NewContext();
        return await db.OrientationRequests.AsNoTracking().SingleAsync(request => request.DraftId == Walk.DraftOf(page), Ct);
    }
}
