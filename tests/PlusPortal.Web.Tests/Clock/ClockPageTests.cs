using System.Net;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using static PlusPortal.Web.Tests.Clock.ClockWorld;

namespace PlusPortal.Web.Tests.Clock;

/// <summary>The page of the clock, the dry run on it, and the settings that it follows.</summary>
public sealed class ClockPageTests(PostgresFixture postgres)
{
    [Fact]
    public async Task The_page_says_what_would_leave_then_what_left_and_the_dry_run_changes_nothing()
    {
        await using var world = await OpenAsync(postgres);
        var lead = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();
        var request = Request();
        request.Sending(lead);
        await world.StoreAsync(request, lead);
        world.Portal.Clock.SetUtcNow(At(Day(3, 9), new TimeOnly(9, 0)));
        using var staff = await world.Portal.SignInAsNewAsync(PortalRoles.Staff);

        var before = await staff.GetAsync("/admin/horloge");
        Assert.True(before.Has("Dû maintenant\u00A0: 1"));
        Assert.True(before.Has(request.Reference));
        Assert.Empty(await world.RecordsAsync(request.Id));

        await world.LookAsync(world.Now);
        var after = await staff.GetAsync("/admin/horloge?etape=ActorReminder&suite=Taken");
        Assert.Contains(lead.Actor!.Name, after.Document.QuerySelector(".table-scroll table")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await staff.GetAsync("/admin/horloge?etape=Expiry")).Document.QuerySelector(".table-scroll table"));
        var story = await staff.GetAsync($"/admin/demandes/{request.Reference}");
        Assert.True(story.Has("Acteur silencieux\u00A0: rappel"));
        Assert.Equal(HttpStatusCode.BadRequest, (await staff.GetAsync("/admin/horloge?suite=rien")).Status);
    }

    [Fact]
    public async Task A_delay_that_an_administrator_changes_is_on_the_home_page_in_the_mail_and_in_the_days_alike()
    {
        await using var world = await OpenAsync(postgres);
        using var administrator = await world.Portal.SignInAsNewAsync(PortalRoles.Administrator);
        var expiry = Enum.GetValues<DelayKind>().ToList().IndexOf(DelayKind.Expiry);
        var page = await administrator.GetAsync("/admin/reglages/delais");
        var form = page.Form("Enregistrer ces délais");

        var refused = await form.Without($"Form.Delays[{expiry}].Normal").With($"Form.Delays[{expiry}].Normal", "11").SubmitAsync();
        Assert.Equal("11", refused.Document.QuerySelector($"[name='Form.Delays[{expiry}].Normal']")!.GetAttribute("value"));
        Assert.True(refused.Has("Ce délai ne peut pas être plus court que"));
        await refused.Form("Enregistrer ces délais").Without($"Form.Delays[{expiry}].Normal").With($"Form.Delays[{expiry}].Normal", "13").SubmitAsync();

        Assert.True((await world.Portal.NewBrowser().GetAsync("/")).Has("dans les 13 jours ouvrés"));
        var lead = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();
        var request = Request();
        var referral = request.Proposing(lead);
        request.GiveConsent(referral.Id, A.Staff(), A.Now, A.Day);
        await world.StoreAsync(request, lead);
        await world.ActAsync(request.Id, (stored, now, today) => stored.SendReferral(referral.Id, lead, isByHand: false, A.Staff(), now, today));
        await world.LookAsync(world.Now);
        Assert.Equal(Day(3, 19), (await world.ReadAsync(request.Id)).Referrals[0].ExpiresOn);
        Assert.All((await world.MailsAsync()).Where(mail => mail.To.Contains(lead.Actor!.ContactEmail!)), mail => Assert.Contains("jeudi 19 mars 2026", mail.Mail.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_delay_that_becomes_shorter_brings_forward_what_follows_no_announced_day()
    {
        await using var world = await OpenAsync(postgres);
        var lead = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();
        var (sent, asked) = (Request(), Request());
        var expires = sent.Sending(lead).ExpiresOn;
        asked.InTriage().AskStructure("Combien de bénévoles ?", A.Staff(), A.Now, A.Day);
        await world.StoreAsync(sent, lead);
        await world.StoreAsync(asked);
        await world.LookAsync(world.Now);

        // Before the change both would have heard later: 3 and 15 working days.
        await world.ChangeProfileAsync(profile => profile with
        {
            Calendar = profile.Calendar with { Delays = profile.Calendar.Delays.With(DelayKind.QuestionReminder, new Delay(1, 1)).With(DelayKind.Expiry, new Delay(13, 2)) },
        });
        await world.WalkAsync(Day(3, 3), Day(3, 4));

        Assert.Equal(["2026-03-03 QuestionReminder structure"], await world.LeftAsync((asked.Contact.Email, "structure")));
        Assert.Equal(expires, (await world.ReadAsync(sent.Id)).Referrals[0].ExpiresOn);
    }

    [Fact]
    public async Task A_reminder_that_is_switched_off_does_not_leave_and_is_noted()
    {
        await using var world = await OpenAsync(postgres);
        using var administrator = await world.Portal.SignInAsNewAsync(PortalRoles.Administrator);
        var page = await administrator.GetAsync("/admin/reglages/relances");
        Assert.Null(page.Document.QuerySelector("input[value=Expiry]"));
        Assert.NotNull(page.Document.QuerySelector("input[value=ActorReminder][checked]"));
        await world.ChangeProfileAsync(profile => profile with { SwitchedOff = new HashSet<ClockStep> { ClockStep.ActorReminder } });
        Assert.Null((await administrator.GetAsync("/admin/reglages/relances")).Document.QuerySelector("input[value=ActorReminder][checked]"));
        var lead = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();
        var request = Request();
        request.Sending(lead);
        await world.StoreAsync(request, lead);

        await world.WalkAsync(Day(3, 9), Day(3, 9));

        Assert.Empty(await world.MailsAsync());
        Assert.Equal(["2026-03-09 ActorReminder SwitchedOff"], await world.RecordsAsync(request.Id));
    }
}
