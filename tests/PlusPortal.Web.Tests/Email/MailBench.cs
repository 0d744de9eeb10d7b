using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Testing;
using PlusPortal.Testing.Smtp;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Messages;
using PlusPortal.Web.Links;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Tests.Email;

/// <summary>A database, a mail server and a portal between them, for the tests of one class.</summary>
public sealed class MailBench(PostgresFixture postgres) : IAsyncLifetime
{
    public const string Root = "https://plus.example.org";
    public const string StaffMailbox = "equipe@plus.example.org";

    private TestDatabase? database;
    private SmtpServer? server;
    private MailPost? post;

    public TestDatabase Database => database ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public SmtpServer Server => server ?? throw new InvalidOperationException("The fixture has not been initialised.");

    internal MailPost Post => post ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync();
        server = await SmtpServer.StartAsync(port: 0, CancellationToken.None);
        post = Open();
    }

    /// <summary>Another instance, with a clock of its own.</summary>
    internal MailPost Open(int? smtpPort = null, FakeTimeProvider? clock = null) => MailPost.Open(Database, smtpPort ?? Server.Port, clock, services =>
    {
        services.PostConfigure<PortalOptions>(portal => portal.BaseAddress = Root + "/");
        services.PostConfigure<StaffOptions>(staff => staff.NotificationAddress = StaffMailbox);
    });

    public async ValueTask DisposeAsync()
    {
        if (post is not null) await post.DisposeAsync();
        if (server is not null) await server.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
    }
}
