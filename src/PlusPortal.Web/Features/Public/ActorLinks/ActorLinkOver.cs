using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.ActorLinks;

/// <summary>The page of a link that opens nothing any more.</summary>
/// <param name="Link">The link.</param>
/// <param name="Address">Address of the page, for its form.</param>
/// <param name="IsLate">Whether somebody just sent a form that came too late.</param>
public sealed record ActorLinkOver(ActorLink Link, string Address, bool IsLate);

/// <summary>How controllers show it.</summary>
public static class ActorLinkOverPages
{
    private const string View = "/Features/Public/ActorLinks/Gone.cshtml";

    extension(Controller controller)
    {
        /// <summary>Says why a link opens nothing: an answer that was given is told as such, what is over is not found.</summary>
        /// <param name="link">The link.</param>
        /// <param name="address">Address of its page.</param>
        /// <param name="isLate">Whether a form that was sent came too late.</param>
        public IActionResult Over(ActorLink link, string address, bool isLate = false)
        {
            if (link.State != ActorLinkState.Used) controller.HttpContext.RequestServices.GetRequiredService<SecurityLog>().Write(SecurityEvent.LinkRefused);
            controller.Response.StatusCode = isLate && link.State != ActorLinkState.Unknown ? StatusCodes.Status409Conflict
                : link.State == ActorLinkState.Used ? StatusCodes.Status200OK
                : StatusCodes.Status404NotFound;
            return controller.View(View, new ActorLinkOver(link, address, isLate));
        }

        /// <summary>Takes an answer back and shows where the referral stands then. A second click finds it done; whoever comes too late is told.</summary>
        /// <param name="undo">Takes it back; false when there is no such referral.</param>
        /// <param name="find">Finds the link as it is afterwards.</param>
        /// <param name="address">Address of its page.</param>
        public async Task<IActionResult> UndoneAsync(Func<Task<bool>> undo, Func<Task<ActorLink>> find, string address)
        {
            try
            {
                return await undo() ? controller.LocalRedirect(address) : controller.NotFound();
            }
            catch (Exception lost) when (lost is DomainRuleException or DbUpdateException { IsConflict: true })
            {
                if (await find() is { State: ActorLinkState.Works, UndoUntil: null }) return controller.LocalRedirect(address);
                controller.Response.StatusCode = StatusCodes.Status409Conflict;
                return controller.View("Conflict", new ConflictPage(RuleSentences.Of(RuleCode.AnswerSettled), address));
            }
        }
    }
}
