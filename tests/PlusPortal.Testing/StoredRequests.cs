using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Testing;

/// <summary>Puts requests into the database with what they lean on, and reads back what was stored.</summary>
public static class StoredRequests
{
    extension(IPortalUnderTest fixture)
    {
        /// <summary>Stores a request, its member of staff, and the offers that it was sent to. Its answers are of long ago: nobody can take them back.</summary>
        public async Task StoreAsync(OrientationRequest request, params SupportOffer[] offers)
        {
            await using var db = fixture.NewContext();
            await fixture.StoreAsync(offers);
            if (request.AssigneeId is { } assignee && !await db.Users.AnyAsync(user => user.Id == assignee))
            {
                var name = $"equipe{A.Number()}@example.org";
                db.Users.Add(new PortalUser { Id = assignee, UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = "Agent Inventé" });
            }

            request.SettleAnswers(DateTimeOffset.MaxValue);
            db.Add(request);
            await db.SaveChangesAsync();
        }

        /// <summary>Stores offers with their actors; those already there are left alone.</summary>
        public async Task StoreAsync(params SupportOffer[] offers)
        {
            await using var db = fixture.NewContext();
            foreach (var offer in offers)
            {
                if (!await db.SupportActors.AnyAsync(actor => actor.Id == offer.ActorId)) db.Add(offer.Actor!);
                await db.SaveChangesAsync();
            }
        }

        /// <summary>A tracking link of a stored request: its path.</summary>
        /// <param name="requestId">Request.</param>
        /// <param name="provesAddress">Whether it came by e-mail.</param>
        /// <param name="expiresAt">When it stops working; in a year when null.</param>
        public async Task<string> LinkToAsync(Guid requestId, bool provesAddress = true, DateTimeOffset? expiresAt = null)
        {
            var token = LinkTokens.Create();
            await using var db = fixture.NewContext();
            db.AccessLinks.Add(new AccessLink
            {
                TokenHash = LinkTokens.Hash(token),
                Purpose = LinkPurpose.Tracking,
                SubjectId = requestId,
                CreatedAt = A.Now,
                ExpiresAt = expiresAt ?? A.Now.AddYears(1),
                ProvesAddress = provesAddress,
            });
            await db.SaveChangesAsync();
            return "/suivi/" + token;
        }

        /// <summary>Stores a request and returns the path of a link to it.</summary>
        public async Task<string> TrackAsync(OrientationRequest request, params SupportOffer[] offers)
        {
            await fixture.StoreAsync(request, offers);
            return await fixture.LinkToAsync(request.Id);
        }

        /// <summary>The request as it is stored now, with everything in it.</summary>
        public async Task<OrientationRequest> ReadAsync(Guid requestId)
        {
            await using var db = fixture.NewContext();
            return await db.OrientationRequests.AsNoTracking()
                .Include(request => request.Referrals).Include(request => request.Timeline).Include(request => request.Notes)
                .SingleAsync(request => request.Id == requestId);
        }

        /// <summary>Kinds of the e-mails queued about these subjects, in order.</summary>
        public async Task<IReadOnlyList<MailKind>> MailsAboutAsync(params Guid[] subjectIds)
        {
            await using var db = fixture.NewContext();
            return await db.Outbox.Where(message => subjectIds.Contains(message.SubjectId)).OrderBy(message => message.Id).Select(message => message.Kind).ToListAsync();
        }
    }
}
