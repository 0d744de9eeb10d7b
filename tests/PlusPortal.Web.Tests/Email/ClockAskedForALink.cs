using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Email.Messages;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Tests.Email;

/// <summary>A clock that lets something happen just when a link is made for a message whose recipient has been read.</summary>
internal sealed class ClockAskedForALink() : FakeTimeProvider(A.Now)
{
    private static readonly Type[] Makers = [typeof(LinkIssuer), typeof(StructureMails)];

    /// <summary>What happens then, once.</summary>
    public Action? Meanwhile { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        if (Meanwhile is { } act && new StackTrace().GetFrames().Any(frame => Makers.Contains(frame.GetMethod()?.DeclaringType)))
        {
            Meanwhile = null;
            act();
        }

        return base.GetUtcNow();
    }
}
