using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Tests.Security;

/// <summary>Deliberate mistakes, served beside the portal: each must be reported by the rule that it breaks.</summary>
public static class WrongSamples
{
    /// <summary>The portal with these mistakes in it.</summary>
    public static PortalFactory Portal(TestDatabase database, Action<IServiceCollection>? configure = null) => new(database, configure: services =>
    {
        services.AddControllers().AddApplicationPart(typeof(WrongSamples).Assembly);
        configure?.Invoke(services);
    });
}

/// <summary>In no feature, at an address that its area does not have; shows and changes what is not the partner's.</summary>
[Area(Areas.Partner)]
[Route("egare")]
public sealed class StrayController(PortalDb db) : Controller
{
    /// <summary>Anybody's referral.</summary>
    [HttpGet("{referralId:guid}")]
    public async Task<IActionResult> Show(Guid referralId) => Ok(await db.Referrals.Where(referral => referral.Id == referralId).Select(referral => referral.Status).SingleAsync());

    /// <summary>An entity from the visitor.</summary>
    [HttpPost("offre")]
    public IActionResult TakeOffer(SupportOffer offer) => Ok(offer.Id);
}

/// <summary>Writes on GET, and takes a POST without its token.</summary>
[Area(Areas.Public)]
[Route("faute")]
public sealed class FaultyController(PortalDb db) : Controller
{
    /// <summary>Writes.</summary>
    [HttpGet("ecrit")]
    public async Task<IActionResult> Write()
    {
        db.Outbox.Enqueue(MailKind.StaffAttention, Guid.NewGuid(), "faute", A.Now);
        await db.SaveChangesAsync();
        return Ok();
    }

    /// <summary>Writes without a change tracker.</summary>
    [HttpGet("efface")]
    public async Task<IActionResult> Erase()
    {
        await db.RequestDrafts.ExecuteDeleteAsync();
        return Ok();
    }

    /// <summary>Forgets the token.</summary>
    [HttpPost("sans-jeton")]
    [IgnoreAntiforgeryToken]
    public IActionResult Take() => Ok();
}

/// <summary>Lets observers in where nobody decided that they may, and act.</summary>
[Area(Areas.Admin)]
[Route("admin/faute/curieux")]
public sealed class CuriousController : Controller
{
    /// <summary>A page for them.</summary>
    [HttpGet("")]
    [ForObserversToo]
    public IActionResult Show() => Ok();

    /// <summary>An act for them.</summary>
    [HttpPost("")]
    [ForObserversToo]
    public IActionResult Take() => Ok();
}
