using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Links;
using PlusPortal.Domain.People;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.AddressChanges;

/// <summary>An address answers to a change: the account's own, or the one that shall take its place. Looking changes nothing.</summary>
[Area(Areas.Public)]
[Route("compte/changement-adresse/{token}")]
public sealed class AddressChangeController(AnswerAddressChange answer, SecurityLog log) : Controller
{
    private const string Agree = "accord";
    private const string Refuse = "refus";

    /// <summary>What is asked, or what came of it.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Answer(string? token, CancellationToken ct)
    {
        if (await answer.FindAsync(token, ct) is not { } asked) return Unknown();
        return asked.IsOpen ? View(asked) : View("Ended", new EndedChange(asked.State, asked.State == AddressChangeState.Open));
    }

    /// <summary>The answer; the page then shows where the change stands.</summary>
    [HttpPost("")]
    [LimitPerLink(LinkPurpose.AddressChangeOld, LinkPurpose.AddressChangeNew)]
    public async Task<IActionResult> Answer(string? token, string? reponse, CancellationToken ct)
    {
        if (await answer.FindAsync(token, ct) is null) return Unknown();
        if (reponse is Agree or Refuse) await answer.ExecuteAsync(token, isYes: reponse == Agree, ct);
        return LocalRedirect(PublicAddress.AddressChange(token!));
    }

    private ViewResult Unknown()
    {
        log.Write(SecurityEvent.LinkRefused);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Ended", new EndedChange(null, IsExpired: false));
    }
}

/// <summary>A change that an address is asked about.</summary>
/// <param name="Token">Secret of the link.</param>
/// <param name="Side">Which address is asked.</param>
/// <param name="State">Where the change stands.</param>
/// <param name="IsOpen">Whether an answer still counts.</param>
/// <param name="HasConfirmed">Whether this address said yes.</param>
/// <param name="ExpiresAt">Until when.</param>
public sealed record AskedChange(string Token, AddressSide Side, AddressChangeState State, bool IsOpen, bool HasConfirmed, DateTimeOffset ExpiresAt);

/// <summary>A change that is over; without a state the link is none.</summary>
public sealed record EndedChange(AddressChangeState? State, bool IsExpired);
