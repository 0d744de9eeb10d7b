namespace PlusPortal.Web.Startup;

/// <summary>Answers HEAD with the status and the headers of GET (RFC 9110, 9.3.2), for programs that look whether a page is there.</summary>
public static class HeadLikeGet
{
    /// <summary>Pages and programs see a GET; what they write goes nowhere.</summary>
    public static void UseHeadLikeGet(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
            context.Response.Body = body;
        }
    });
}
