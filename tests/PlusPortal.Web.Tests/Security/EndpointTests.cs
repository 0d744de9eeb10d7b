using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Testing;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Tests.Security;

/// <summary>Every endpoint says who may open it, lives where its address says, and takes forms, not entities.</summary>
public sealed class EndpointTests(ReadingFixture fixture) : IClassFixture<ReadingFixture>
{
    /// <summary>Open to everybody, on purpose. « /** » covers what is under it.</summary>
    private static readonly string[] OpenToEverybody =
    [
        "",
        "demande/**",
        "suivi",
        "suivi/lien-demande",
        "suivi/depart",
        "suivi/{token}/**",
        "reponse/**",
        "suite/{token}/**",
        "mes-donnees/acces/{token}/**",
        "mes-donnees/effacement/{token}",
        "mes-donnees/effacees",
        "compte/connexion",
        "compte/connexion/second-facteur",
        "compte/connexion/cle/**",
        "compte/deconnexion",
        "compte/mot-de-passe-oublie/**",
        "compte/mot-de-passe-change",
        "compte/nouveau-mot-de-passe/{token}",
        "compte/acces-refuse",
        "compte/invitation/{token}",
        "compte/changement-adresse/{token}",
        "erreur/{status:int}",
        "avis/{token}/**",
        "suivre/{token}/**",
        "nouvelle-adresse/{token}/**",
        "mentions-legales",
        "donnees-personnelles",
        "accessibilite",
        "cookies",
        "contact",
        "plan-du-site",
        "{*path}",
        "annuaire",
        "annuaire/{key:length(1,80)}/**",
        "communes/**",
        "api/v1/orientations/preview",
        "openapi/{documentName}.json",
        "dev/mails/**",
        "dev/composants",
        "dev/situations",
        "health/live",
        "health/ready",
    ];

    [Fact]
    public void Every_endpoint_has_an_audience() => Assert.Empty(EndpointRules.WithoutAudience(Endpoints(), OpenToEverybody));

    [Fact]
    public void Endpoint_without_an_audience_is_reported()
    {
        RouteEndpoint[] wrong = [Sample("oublie"), Sample("ouvert", new AllowAnonymousAttribute()), Sample("suivi/lien-demande/autre", new AllowAnonymousAttribute())];

        Assert.Equal(3, EndpointRules.WithoutAudience(wrong, OpenToEverybody).Count);
        Assert.Empty(EndpointRules.WithoutAudience([Sample("suivi/{token}/retrait", new AllowAnonymousAttribute())], OpenToEverybody));
    }

    [Fact]
    public void Observers_open_the_pages_of_the_list_and_no_other() => Assert.Empty(EndpointRules.OpenToObservers(Endpoints(), EndpointRules.ForObservers));

    [Fact]
    public void Password_alone_opens_of_the_own_account_what_sets_a_second_factor_up_and_no_more() =>
        Assert.Empty(EndpointRules.OpenBeforeSecondFactor(Endpoints(), EndpointRules.BeforeSecondFactor));

    [Fact]
    public void Page_that_a_password_alone_opens_is_reported() => Assert.Equal(
        ["/compte/prolonger is open before the second factor and not in the list", "/compte/depart GET is in the list and not open before the second factor"],
        EndpointRules.OpenBeforeSecondFactor(Endpoints(), [.. EndpointRules.BeforeSecondFactor.SkipLast(1), "compte/depart GET"]));

    [Fact]
    public void What_is_for_administrators_or_managers_alone_says_so() => Assert.Empty(EndpointRules.WithoutStricterPolicy(Endpoints(), EndpointRules.Stricter));

    [Fact]
    public async Task Page_opened_too_widely_is_reported()
    {
        await using var wrong = WrongSamples.Portal(fixture.Database);
        var endpoints = wrong.Endpoints();

        Assert.Equal(
            ["/admin/faute/curieux is open to observers and not in the list", "/admin/faute/curieux is open to observers by POST", "/admin/ailleurs is in the list and not open to observers"],
            EndpointRules.OpenToObservers(endpoints, [.. EndpointRules.ForObservers, "admin/ailleurs"]).Distinct());
        Assert.Equal(["/admin/faute/curieux is not for Administrator alone", "/egare/{referralId:guid} is not for PartnerManager alone"],
            EndpointRules.WithoutStricterPolicy(endpoints, [("admin/faute/**", Policies.Administrator), ("egare/{referralId:guid}", Policies.PartnerManager)]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Controllers_are_where_their_address_says() => Assert.Empty(EndpointRules.OutOfPlace(Endpoints()));

    [Fact]
    public async Task Controller_out_of_place_is_reported()
    {
        await using var wrong = WrongSamples.Portal(fixture.Database);

        Assert.Contains(EndpointRules.OutOfPlace(wrong.Endpoints()), broken => broken.Contains(nameof(StrayController), StringComparison.Ordinal));
        Assert.Contains(EndpointRules.OutOfPlace(wrong.Endpoints()), broken => broken.Contains("/egare", StringComparison.Ordinal));
    }

    [Fact]
    public void No_action_binds_an_entity() => Assert.Empty(EndpointRules.BoundToEntities(Endpoints(), Entities()));

    [Fact]
    public async Task Action_that_binds_an_entity_is_reported()
    {
        await using var wrong = WrongSamples.Portal(fixture.Database);

        Assert.Contains(EndpointRules.BoundToEntities(wrong.Endpoints(), Entities()), broken => broken.Contains(nameof(StrayController.TakeOffer), StringComparison.Ordinal));
    }

    private IReadOnlyList<RouteEndpoint> Endpoints()
    {
        var endpoints = fixture.Portal.Endpoints();
        Assert.True(endpoints.Count > 20);
        return endpoints;
    }

    private HashSet<Type> Entities()
    {
        using var db = fixture.NewContext();
        return [.. db.Model.GetEntityTypes().Select(entity => entity.ClrType)];
    }

    private static RouteEndpoint Sample(string pattern, params object[] metadata) =>
        new(_ => Task.CompletedTask, RoutePatternFactory.Parse(pattern), 0, new EndpointMetadataCollection(metadata), pattern);
}

/// <summary>How tests reach the routes of a portal.</summary>
public static class PortalEndpoints
{
    /// <summary>Every route.</summary>
    public static IReadOnlyList<RouteEndpoint> Endpoints(this PortalFactory portal) =>
        [.. portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];
}
