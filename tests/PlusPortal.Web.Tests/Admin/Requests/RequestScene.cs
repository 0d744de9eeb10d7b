using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Admin.Requests;

/// <summary>What the tests of the pages of a request share.</summary>
internal static class RequestScene
{
    extension(PortalFixture fixture)
    {
        /// <summary>A member of staff, signed in.</summary>
        public Task<PortalBrowser> StaffAsync() => fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);

        /// <summary>A member of staff, signed in, with identifier and name.</summary>
        public async Task<(PortalBrowser Browser, Guid Id, string Name)> StaffMemberAsync()
        {
            var email = $"equipe{A.Number()}@example.org";
            var id = await fixture.Portal.CreateUserAsync(email, PortalRoles.Staff);
            await using var db = fixture.NewContext();
            return (await fixture.Portal.SignInAsync(email), id, (await db.Users.SingleAsync(user => user.Id == id)).DisplayName);
        }

        /// <summary>The page of a request, for a member of staff.</summary>
        public async Task<HtmlPage> OpenAsync(OrientationRequest request) => await (await fixture.StaffAsync()).GetAsync(Address(request));
    }

    extension(HtmlForm form)
    {
        /// <summary>Says by which way staff heard it, and from whom.</summary>
        public HtmlForm Heard(string way = "Par téléphone", string name = "Sacha Inventé") => form.Choose("Comment l’avez-vous appris ?", way).Fill("Nom de la personne qui vous l’a dit", name);
    }

    /// <summary>Address of the page of a request.</summary>
    public static string Address(OrientationRequest request) => $"/admin/demandes/{request.Reference}";

    extension(OrientationRequest request)
    {
        /// <summary>The matcher proposed these offers, in this order.</summary>
        public OrientationRequest Matched(params SupportOffer[] offers)
        {
            request.RecordMatching(Result(offers), A.Now, A.Day, Author.Job);
            return request;
        }
    }

    /// <summary>An offer whose actor staff can write to.</summary>
    public static SupportOffer Reachable() => A.SupportOffer().Of(A.SupportActor().WithCheckedEmail().Build()).Build();

    /// <summary>A result that proposes these offers.</summary>
    public static MatchResult Result(params SupportOffer[] offers) => A.MatchResult("À vérifier : faut-il être employeur ?", offers);
}
