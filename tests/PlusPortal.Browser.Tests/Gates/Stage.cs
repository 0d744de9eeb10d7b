using Microsoft.Playwright;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Browser.Tests.Gates;

/// <summary>Where one scene plays: a browser of its own before a portal that all scenes share.</summary>
public sealed class Stage
{
    private readonly SignedIn signedIn;

    internal Stage(BrowserFixture browser, Window window, SignedIn signedIn)
    {
        Browser = browser;
        Page = window.Page;
        this.signedIn = signedIn;
        window.Answered = NoteAnswer;
    }

    /// <summary>The portal and its database.</summary>
    public BrowserFixture Browser { get; }

    /// <summary>The page in the browser.</summary>
    public IPage Page { get; }

    /// <summary>The last answer that became a page.</summary>
    public IResponse? Answer { get; private set; }

    /// <summary>Opens an address.</summary>
    public Task OpenAsync(string address) => Page.GotoAsync(address);

    /// <summary>Presses a button that leads to another page, and waits for that page.</summary>
    public Task PressAsync(string button) => LeaveAsync(() => Page.PressAsync(button));

    /// <summary>Sends the form of the main part by its first button, whatever its words.</summary>
    public Task SendAsync() => LeaveAsync(() => Page.Locator("main form[method=post] button[type=submit]:not([formnovalidate])").First.ClickAsync());

    /// <summary>Becomes a member of staff who may do everything.</summary>
    public Task AsStaffAsync() => signedIn.EnterAsync(Page.Context, PortalRoles.Administrator, actorId: null);

    /// <summary>Becomes an observer.</summary>
    public Task AsObserverAsync() => signedIn.EnterAsync(Page.Context, PortalRoles.Observer, actorId: null);

    /// <summary>Becomes a partner of the actor of an offer.</summary>
    public Task AsPartnerAsync(SupportOffer offer) => signedIn.EnterAsync(Page.Context, PortalRoles.Partner, offer.ActorId);

    /// <summary>Becomes a partner who looks after the people of the actor of an offer.</summary>
    public Task AsManagerAsync(SupportOffer offer) => signedIn.EnterAsync(Page.Context, PortalRoles.PartnerManager, offer.ActorId);

    /// <summary>Opens an address as a member of staff.</summary>
    public async Task OpenAsStaffAsync(string address)
    {
        await AsStaffAsync();
        await OpenAsync(address);
    }

    /// <summary>Opens an address as an observer.</summary>
    public async Task OpenAsObserverAsync(string address)
    {
        await AsObserverAsync();
        await OpenAsync(address);
    }

    /// <summary>Opens an address as a partner.</summary>
    public async Task OpenAsPartnerAsync(SupportOffer offer, string address)
    {
        await AsPartnerAsync(offer);
        await OpenAsync(address);
    }

    /// <summary>Does what leads to another page and waits until it is there.</summary>
    public Task LeaveAsync(Func<Task> leave) => Page.LeaveAsync(leave);

    private void NoteAnswer(IResponse response)
    {
        if (response.Frame == Page.MainFrame && response.Request.IsNavigationRequest) Answer = response;
    }
}

/// <summary>Accounts of the scenes: each signs in once, by the sign-in page, and its cookies serve all its scenes.</summary>
internal sealed class SignedIn(BrowserFixture browser) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<(string Role, Guid? ActorId), (Cookie[] Cookies, DateTimeOffset At)> sessions = [];

    // Each scene begins with the cookie of the sign-in, whose idle time goes on as the clock does.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(20);

    public async Task EnterAsync(IBrowserContext context, string role, Guid? actorId)
    {
        await turn.WaitAsync();
        try
        {
            var now = browser.Portal.Clock.GetUtcNow();
            if (!sessions.TryGetValue((role, actorId), out var known) || now - known.At > Fresh)
            {
                var email = $"scene{A.Number()}@example.org";
                await browser.Portal.CreateUserAsync(email, role, actorId);
                var person = await browser.NewPersonAsync();
                await person.SignInAsync(email, PortalFactory.Password);
                known = ([.. (await person.Context.CookiesAsync()).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = browser.Address })], now);
                sessions[(role, actorId)] = known;
                await person.Context.CloseAsync();
            }

            await context.AddCookiesAsync(known.Cookies);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
