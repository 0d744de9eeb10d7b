using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Web.Tests.Admin.Requests.Charge;

/// <summary>Who looks after a request.</summary>
public sealed class ChargeTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Taking_in_charge_opens_the_triage_and_says_what_comes_next()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        var (staff, me, name) = await fixture.StaffMemberAsync();

        var page = await (await staff.GetAsync(RequestScene.Address(request))).Form("Prendre en charge").SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Has("Vous avez pris la demande en charge."));
        Assert.True(page.Has($"{name} a pris la demande en charge."));
        Assert.True(page.Has($"Suivie par {name}"));
        var stored = await fixture.ReadAsync(request.Id);
        Assert.Equal((RequestStatus.InTriage, (Guid?)me), (stored.Status, stored.AssigneeId));
        Assert.Throws<InvalidOperationException>(() => page.Form("Prendre en charge"));
    }

    [Fact]
    public async Task Request_is_given_to_a_colleague_and_given_back_to_the_team()
    {
        var request = A.Request().Build().InTriage();
        await fixture.StoreAsync(request);
        var (_, colleague, colleagueName) = await fixture.StaffMemberAsync();
        var (staff, _, name) = await fixture.StaffMemberAsync();
        var form = await (await staff.GetAsync(RequestScene.Address(request))).ClickAsync("Confier à quelqu’un");

        var given = await form.Form("Confier la demande").Choose("À qui confiez-vous la demande ?", colleagueName).SubmitAsync();

        Assert.Equal(colleague, (await fixture.ReadAsync(request.Id)).AssigneeId);
        Assert.True(given.Has($"Suivie par {colleagueName}"));
        Assert.True(given.Has($"{name} a confié la demande à une autre personne de l’équipe."));

        var released = await given.Form("Remettre à disposition").SubmitAsync();

        Assert.Null((await fixture.ReadAsync(request.Id)).AssigneeId);
        Assert.True(released.Has("Suivie par Personne"));
        Assert.True(released.Has($"{name} a remis la demande à disposition de l’équipe."));
    }

    [Fact]
    public async Task Giving_to_nobody_and_to_somebody_else_than_staff_is_refused()
    {
        var request = A.Request().Build();
        await fixture.StoreAsync(request);
        var (_, _, colleagueName) = await fixture.StaffMemberAsync();
        var outsider = await fixture.Portal.CreateUserAsync($"dehors{A.Number()}@example.org", PortalRoles.Partner);
        var form = await (await fixture.OpenAsync(request)).ClickAsync("Confier à quelqu’un");

        var nobody = await form.Form("Confier la demande").SubmitAsync();
        var forged = await form.Form("Confier la demande").With("Form.StaffId", $"{outsider}").SubmitAsync();

        Assert.Equal((HttpStatusCode.BadRequest, "Choisissez une personne de l’équipe."), (nobody.Status, Typographic(nobody.ErrorOf("À qui confiez-vous la demande ?"))));
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains(colleagueName, forged.Text, StringComparison.Ordinal);
        Assert.Null((await fixture.ReadAsync(request.Id)).AssigneeId);
    }

    private static string? Typographic(string? text) => text?.Replace('\'', '’');
}
