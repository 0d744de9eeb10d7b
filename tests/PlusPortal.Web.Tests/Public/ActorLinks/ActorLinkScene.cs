using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Email;

namespace PlusPortal.Web.Tests.Public.ActorLinks;

/// <summary>An actor without account whose address staff checked, and the links that its mails bring.</summary>
internal static partial class ActorLinkScene
{
    extension(HtmlPage page)
    {
        /// <summary>Whether the page has a button of that name.</summary>
        public bool HasForm(string button) => page.Document.QuerySelectorAll("form button").Any(element => PageText.Normalise(element.TextContent) == PageText.Normalise(button));
    }

    extension(IPortalUnderTest fixture)
    {
        /// <summary>Stores a request that was sent to such an actor.</summary>
        public async Task<(OrientationRequest Request, Referral Referral, SupportOffer Offer)> SentAsync(Action<OrientationRequest>? before = null, Action<OrientationRequest, Referral>? after = null)
        {
            var offer = A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();
            var request = A.Request().From(contact => contact with { Phone = "06 00 00 00 42" }).Build().InTriage();
            before?.Invoke(request);
            var referral = request.Sending(offer);
            after?.Invoke(request, referral);
            await fixture.StoreAsync(request, offer);
            return (request, referral, offer);
        }

        /// <summary>The same once it accepted and its minutes are over.</summary>
        public Task<(OrientationRequest Request, Referral Referral, SupportOffer Offer)> TakenAsync() =>
            fixture.SentAsync(after: (request, referral) => request.AcceptReferral(referral.Id, A.Partner(), A.Now.AddHours(-1), A.Day));

        /// <summary>A link to a referral: its path.</summary>
        public async Task<string> ActorLinkAsync(Guid referralId, LinkPurpose purpose = LinkPurpose.ReferralAnswer, DateTimeOffset? expiresAt = null)
        {
            var token = LinkTokens.Create();
            await using var db = fixture.NewContext();
            db.AccessLinks.Add(new AccessLink { TokenHash = LinkTokens.Hash(token), Purpose = purpose, SubjectId = referralId, CreatedAt = A.Now, ExpiresAt = expiresAt ?? A.Now.AddYears(1), ProvesAddress = true });
            await db.SaveChangesAsync();
            return (purpose == LinkPurpose.ReferralAnswer ? "/reponse/" : "/suite/") + token;
        }

        /// <summary>The last mail of a kind about something, as the portal writes it when it leaves.</summary>
        public async Task<WrittenMail> WriteMailAsync(MailKind kind, Guid subjectId)
        {
            await using var scope = fixture.Portal.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var message = await db.Outbox.Where(row => row.Kind == kind && row.SubjectId == subjectId).OrderByDescending(row => row.Id).FirstAsync();
            var written = await scope.ServiceProvider.GetRequiredService<MailWriter>().WriteAsync(message, default);
            await db.SaveChangesAsync();
            return written ?? throw new InvalidOperationException($"{kind} says nothing.");
        }

        /// <summary>The path that such a mail leads to.</summary>
        public async Task<string> LinkInMailAsync(MailKind kind, Guid subjectId) => PathOfLink().Match((await fixture.WriteMailAsync(kind, subjectId)).Mail.Text).Value;

        /// <summary>The code in the last mail about a referral.</summary>
        public async Task<string> CodeInMailAsync(Guid referralId) => SixDigits().Match((await fixture.WriteMailAsync(MailKind.ContactCode, referralId)).Mail.Text).Value;

        /// <summary>Everything that a look at a page could change.</summary>
        public async Task<string> StateAsync(Guid requestId)
        {
            await using var db = fixture.NewContext();
            var request = await db.OrientationRequests.AsNoTracking().Include(row => row.Referrals).SingleAsync(row => row.Id == requestId);
            var subjects = request.Referrals.Select(referral => referral.Id).Append(requestId).ToList();
            var links = await db.AccessLinks.Where(link => subjects.Contains(link.SubjectId)).OrderBy(link => link.ExpiresAt).Select(link => new { link.Purpose, link.RevokedAt, link.ExpiresAt }).ToListAsync();

            // The first page that is asked for changes the culture in which days would be written.
            return string.Join('\n', [
                $"{request.Version} {request.LastEventNumber} {string.Join(' ', request.Referrals.Select(referral => $"{referral.Status} {referral.SettlesAt:O}"))}",
                .. links.Select(link => $"{link.Purpose} {link.RevokedAt:O} {link.ExpiresAt:O}"), $"{await db.Outbox.CountAsync(message => subjects.Contains(message.SubjectId))} {await db.Set<Data.Codes.ContactCode>().CountAsync()}"]);
        }
    }

    [GeneratedRegex("/(reponse|suite)/[A-Za-z0-9_-]+")]
    private static partial Regex PathOfLink();

    [GeneratedRegex(@"\b\d{6}\b(?!-)(?<!-\d{6})")]
    private static partial Regex SixDigits();
}
