using PlusPortal.Testing.Architecture;
using PlusPortal.Web.Email;
using PlusPortal.Web.Tests.Security;

namespace PlusPortal.Web.Tests.Architecture;

/// <summary>No use-case decides by hand who is e-mailed: the announcer alone writes to the outbox.</summary>
public sealed class OutboxWriterTests
{
    private static readonly string[] Doors = ["PlusPortal.Data.Outbox.OutboxExtensions.Enqueue", "PlusPortal.Data.Outbox.OutboxMessage..ctor"];

    /// <summary>Make messages to show how they would look, and take everything back.</summary>
    private static readonly string[] Previews = ["MailPreviews", "MailSamples"];

    [Fact]
    public void Announcer_alone_writes_to_the_outbox() => Assert.Equal([nameof(Announcer), .. Previews], ForeignCalls.To(typeof(Announcer).Assembly, Doors));

    [Fact]
    public void Use_case_that_writes_by_itself_is_reported() => Assert.Contains(nameof(FaultyController), ForeignCalls.To(typeof(FaultyController).Assembly, Doors));
}
