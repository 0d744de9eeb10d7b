using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.People;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.People;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Email;

namespace PlusPortal.Web.Tests.Shared.People;

/// <summary>What the tests about people share.</summary>
internal static partial class PeopleScene
{
    /// <summary>A person with an account, signed in.</summary>
    internal sealed record Person(Guid Id, string Email, string Name, PortalBrowser Browser);

    extension(PortalFactory portal)
    {
        /// <summary>A new person, signed in.</summary>
        public async Task<Person> PersonAsync(string role, Guid? actorId = null)
        {
            var email = $"personne{A.Number()}@example.org";
            var id = await portal.CreateUserAsync(email, role, actorId);
            return new Person(id, email, (await portal.UserAsync(id)).DisplayName, await portal.SignInAsync(email));
        }

        /// <summary>The account as it is stored.</summary>
        public async Task<PortalUser> UserAsync(Guid id)
        {
            await using var db = portal.NewContext();
            return await db.Users.AsNoTracking().SingleAsync(user => user.Id == id);
        }

        /// <summary>The role as it is stored.</summary>
        public async Task<PersonRole?> RoleAsync(Guid id)
        {
            await using var db = portal.NewContext();
            return PortalRoles.Read(await db.RolesOf(id).ToListAsync());
        }

        /// <summary>A new actor.</summary>
        public async Task<SupportActor> ActorAsync()
        {
            var actor = A.SupportActor().Named($"Acteur inventé {A.Number()}").Build();
            await using var db = portal.NewContext();
            db.Add(actor);
            await db.SaveChangesAsync();
            return actor;
        }

        /// <summary>The invitation of an address.</summary>
        public async Task<Invitation> InvitationOfAsync(string email)
        {
            await using var db = portal.NewContext();
            return await db.Invitations.AsNoTracking().SingleAsync(invitation => invitation.Email == email);
        }

        /// <summary>How often a message about that was queued.</summary>
        public async Task<int> QueuedAsync(MailKind kind, Guid subjectId)
        {
            await using var db = portal.NewContext();
            return await db.Outbox.CountAsync(message => message.Kind == kind && message.SubjectId == subjectId);
        }

        /// <summary>Writes a queued message as the dispatcher does: its text.</summary>
        public async Task<string> MailAsync(MailKind kind, Guid subjectId)
        {
            await using var scope = portal.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var message = await db.Outbox.AsNoTracking().Where(queued => queued.Kind == kind && queued.SubjectId == subjectId).OrderBy(queued => queued.Id).LastAsync();
            var written = await scope.ServiceProvider.GetRequiredService<MailWriter>().WriteAsync(message, CancellationToken.None);
            await db.SaveChangesAsync();
            return written!.Mail.Text;
        }

        /// <summary>The path of the link in it.</summary>
        public async Task<string> LinkAsync(MailKind kind, Guid subjectId) => new Uri(Link.Match(await portal.MailAsync(kind, subjectId)).Value).AbsolutePath;

        /// <summary>Invites an address through the form; the link of the mail.</summary>
        public async Task<string> InviteAsync(PortalBrowser by, string root, string email, string role)
        {
            var answer = await SendInvitationAsync(by, root, email, role);
            Assert.True(answer.Has("L'invitation part par e-mail"), answer.Text);
            return await portal.LinkAsync(MailKind.Invitation, (await portal.InvitationOfAsync(email)).Id);
        }
    }

    /// <summary>Sends the form of an invitation.</summary>
    public static async Task<HtmlPage> SendInvitationAsync(PortalBrowser by, string root, string email, string role) =>
        await (await by.GetAsync(root.Insert(root.Contains('?', StringComparison.Ordinal) ? root.IndexOf('?', StringComparison.Ordinal) : root.Length, "/invitation")))
            .Form("Envoyer l’invitation").Fill("Prénom et nom", "Alix Inventée").Fill("Adresse e-mail professionnelle", email).Choose(role).SubmitAsync();

    /// <summary>Opens an account by the link of an invitation.</summary>
    public static async Task<HtmlPage> AcceptAsync(PortalBrowser visitor, string link, string password = PortalFactory.Password) =>
        await (await visitor.GetAsync(link)).Form("Ouvrir mon accès").Fill("Mot de passe", password).SubmitAsync();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link { get; }
}
