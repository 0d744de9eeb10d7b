using Microsoft.AspNetCore.Diagnostics;

namespace PlusPortal.Web.Security;

/// <summary>Whether what is being made is the page of a failure.</summary>
public static class ErrorPageShown
{
    extension(HttpContext context)
    {
        /// <summary>Whether the page of a failure is being shown in place of what was asked for.</summary>
        public bool IsErrorPage => context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
    }
}
