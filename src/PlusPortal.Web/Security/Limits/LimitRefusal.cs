using System.Globalization;
using PlusPortal.Data.Limits;

namespace PlusPortal.Web.Security.Limits;

/// <summary>Who is counted as a client, and how one that must wait is told.</summary>
public static class LimitRefusal
{
    extension(HttpContext http)
    {
        /// <summary>Under which name this visitor is counted.</summary>
        public string Client => RateLimits.ClientOf(http.Connection.RemoteIpAddress);

        /// <summary>Makes of the answer a 429 that says how long to wait, and writes it to the security log. The page is the caller's, or that of the status.</summary>
        public void RefuseFor(LimitVerdict verdict)
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.Headers.RetryAfter = Math.Ceiling(verdict.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            http.RequestServices.GetRequiredService<SecurityLog>().Write(SecurityEvent.LimitReached, verdict.Spent.ToString());
        }
    }
}
