using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Browser.Tests;

/// <summary>On a telephone of 320 pixels, with a real mail server: an actor without account answers by the link of its mail and sees whom to call after a code.</summary>
public sealed partial class AnswerJourneyTests(MailedBrowser mailed) : IClassFixture<MailedBrowser>
{
    private BrowserFixture Browser => mailed.Browser;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_actor_accepts_by_the_link_of_its_mail_and_sees_whom_to_call_after_a_code(bool javaScript)
    {
        var (offer, request) = (A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build(), A.Request().From(contact => contact with { Phone = "06 00 00 00 42" }).Build());
        var referral = request.Sending(offer);
        await Browser.StoreAsync(request, offer);
        var email = offer.Actor!.ContactEmail!;
        await QueueAsync(MailKind.ReferralForPartner, referral.Id);

        // A program that guards the mailbox follows the link before the person does, and every link of the page behind it.
        var link = MailedBrowser.PathIn(await mailed.ReceiveAsync(email, 1));
        using (var scanner = new HttpClient { BaseAddress = new Uri(Browser.Address) })
        {
            foreach (var under in new[] { "", "/acceptation", "/refus", "/question", "/date", "/annulation" })
            {
                foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get })
                {
                    using var look = new HttpRequestMessage(method, link + under);
                    look.Headers.TryAddWithoutValidation("User-Agent", "Microsoft Office/16.0 (SafeLinks)");
                    using var seen = await scanner.SendAsync(look, Ct);
                }
            }
        }

        Assert.Equal(ReferralStatus.Sent, (await Browser.ReadAsync(request.Id)).Referrals[0].Status);

        var person = await Browser.NewPersonAsync(javaScript, width: 320);
        await person.GotoAsync(link);
        await person.ShouldReadAsync($"Répondre à la demande {request.Reference}");
        await MailedBrowser.FitsAsync(person);
        Assert.DoesNotContain(request.Contact.Email, await person.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        await person.PressAsync("Je m’en occupe");
        await person.ShouldReadAsync("Vous vous occupez de cette demande");
        await MailedBrowser.FitsAsync(person);

        // The link has served: it says so, in whatever browser, and nothing more can be done with it.
        var colleague = await Browser.NewPersonAsync(javaScript, width: 320);
        await colleague.GotoAsync(link + "/refus");
        await colleague.ShouldReadAsync("Vous vous occupez de cette demande");
        await colleague.ShouldContainAsync("Annuler ma réponse");

        // Within the ten minutes nothing has left; then the follow-up link does.
        Assert.Single(await mailed.ReceivedAsync(email, 1));
        Browser.Portal.Clock.Advance(TimeSpan.FromMinutes(11));
        var followUp = MailedBrowser.PathIn(await mailed.ReceiveAsync(email, 2));
        Assert.StartsWith("/suite/", followUp, StringComparison.Ordinal);

        await person.GotoAsync(followUp);
        await person.ShouldReadAsync($"Suivi de la demande {request.Reference}");
        Assert.DoesNotContain(request.Contact.Email, await person.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        await MailedBrowser.FitsAsync(person);
        await person.PressAsync("Recevoir un code");
        await person.ShouldReadAsync("Taper le code reçu par e-mail");
        await MailedBrowser.FitsAsync(person);
        var code = Code().Match((await mailed.ReceiveAsync(email, 3)).Text).Groups[1].Value;
        await person.WriteAsync("Code à 6 chiffres", code);
        await person.PressAsync("Afficher les coordonnées");
        await person.ShouldContainAsync(request.Contact.Email);
        await person.ShouldContainAsync("06 00 00 00 42");
        await MailedBrowser.FitsAsync(person);

        // Another telephone with the same link and the same code sees nothing.
        await colleague.GotoAsync(followUp + "/code");
        await colleague.WriteAsync("Code à 6 chiffres", code);
        await colleague.PressAsync("Afficher les coordonnées");
        await colleague.ShouldContainAsync("Ce code n’est pas le bon");
        Assert.DoesNotContain(request.Contact.Email, await colleague.ContentAsync(), StringComparison.OrdinalIgnoreCase);

        await person.FollowAsync("Premier contact fait le…");
        await person.PressAsync("Noter");
        await person.ShouldContainAsync("premier contact fait");
        await MailedBrowser.FitsAsync(person);
    }

    private async Task QueueAsync(MailKind kind, Guid subjectId)
    {
        await using var db = Browser.NewContext();
        db.Outbox.Enqueue(kind, subjectId, "essai", Browser.Portal.Clock.GetUtcNow());
        await db.SaveChangesAsync(Ct);
    }

    [GeneratedRegex(@"\u00A0: (\d{6})\n")]
    private static partial Regex Code();
}
