using System.Net;

namespace PlusPortal.Testing.Html;

/// <summary>
/// A visitor without JavaScript: own cookies, own address, follows redirects. Two browsers are two visitors; two pages
/// of one browser are two tabs.
/// </summary>
public sealed class PortalBrowser(HttpClient client) : IDisposable
{
    private const int MaxRedirects = 5;

    /// <summary>Opens an address of the portal and follows its redirects.</summary>
    public async Task<HtmlPage> GetAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(request);
    }

    /// <summary>Sends a request as it is, then follows its redirects.</summary>
    public async Task<HtmlPage> SendAsync(HttpRequestMessage request)
    {
        var passed = new List<string>();
        var response = await client.SendAsync(request);
        while (IsRedirect(response.StatusCode))
        {
            if (passed.Count == MaxRedirects) throw new InvalidOperationException("Redirected too often: " + string.Join(" → ", passed));
            var next = new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!);
            passed.Add(next.PathAndQuery);
            response.Dispose();
            response = await client.GetAsync(next);
        }

        using (response)
        {
            var body = await response.Content.ReadAsStringAsync();
            if (response.StatusCode >= HttpStatusCode.InternalServerError) throw new InvalidOperationException($"{response.RequestMessage!.RequestUri} answered {(int)response.StatusCode}:\n{body}");
            return new HtmlPage(this, response, body, passed);
        }
    }

    /// <summary>The bare client, with the cookies and the address of this visitor; it does not follow redirects.</summary>
    public HttpClient Client => client;

    public void Dispose() => client.Dispose();

    private static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.Found or HttpStatusCode.MovedPermanently or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}
