using System.Diagnostics;
using Microsoft.AspNetCore.Mvc.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Testing;

namespace PlusPortal.Browser.Tests.Gates;

/// <summary>Lets each answer of a portal under test say which view it shows, in a header that the portal itself never sends.</summary>
internal sealed class ShownView : IObserver<KeyValuePair<string, object?>>
{
    /// <summary>Name of the header.</summary>
    public const string Header = "x-test-view";

    /// <summary>Listens to the portal.</summary>
    public static IDisposable Tell(PortalFactory portal) =>
        portal.Services.GetRequiredService<DiagnosticListener>().Subscribe(new ShownView(), name => name == BeforeViewEventData.EventName);

    /// <inheritdoc />
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is BeforeViewEventData about) about.ViewContext.HttpContext.Response.Headers[Header] = about.View.Path;
    }

    /// <inheritdoc />
    public void OnCompleted()
    {
    }

    /// <inheritdoc />
    public void OnError(Exception error)
    {
    }
}
