using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Web.Security.Keys;

namespace PlusPortal.Web.Tests.Security.Keys;

/// <summary>The keys of sessions and forms, locked by a certificate: what a dump holds, another node, a new certificate, a leak.</summary>
public sealed class KeyTests(PostgresFixture postgres) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("plus-keys-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Dump_of_the_database_does_not_hold_what_opens_a_session()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var portal = NewPortal(database, Pem("first"));
        var sealedText = Protector(portal).Protect("session");

        await using var db = database.NewContext();
        var key = Assert.Single(await db.DataProtectionKeys.ToListAsync(Ct));
        Assert.Contains("encryptedSecret", key.Xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key.Xml, StringComparison.Ordinal);

        // Whoever restores it without the certificate gets new keys, which open nothing.
        await using var thief = NewPortal(database, Pem("stranger"));
        Assert.ThrowsAny<Exception>(() => Protector(thief).Unprotect(sealedText));
    }

    [Fact]
    public async Task Second_node_and_a_new_certificate_keep_sessions_and_forms()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (first, second) = (Pem("first"), SampleCertificate.Write(Path.Combine(folder, "second.pfx"), "phrase"));
        string sealedText;
        await using (var portal = NewPortal(database, first)) sealedText = Protector(portal).Protect("session");

        await using (var node = NewPortal(database, first)) Assert.Equal("session", Protector(node).Unprotect(sealedText));
        await using var rotated = NewPortal(database, second, password: "phrase", former: first);

        Assert.Equal("session", Protector(rotated).Unprotect(sealedText));
        await using var db = database.NewContext();
        Assert.Single(await db.DataProtectionKeys.ToListAsync(Ct));
    }

    [Fact]
    public async Task Keys_that_leaked_are_replaced_and_every_session_ends()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var certificate = Pem("first");
        var email = $"personne{Guid.NewGuid():N}@example.org";
        string sealedText;
        await using (var portal = NewPortal(database, certificate))
        {
            await portal.CreateUserAsync(email, PortalRoles.Staff);
            sealedText = Protector(portal).Protect("session");
            await using var scope = portal.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<KeyRing>().ForgetAsync(Ct);
        }

        await using var next = NewPortal(database, certificate);
        Assert.ThrowsAny<Exception>(() => Protector(next).Unprotect(sealedText));
        using var browser = await next.SignInAsync(email);
        Assert.Equal("/admin", (await browser.GetAsync("/admin")).Path);
        await using var db = database.NewContext();
        Assert.Single(await db.DataProtectionKeys.ToListAsync(Ct));
    }

    [Fact]
    public void Certificate_that_cannot_lock_is_told()
    {
        var noKey = Path.Combine(folder, "no-key.pem");
        File.WriteAllText(noKey, File.ReadAllText(Pem("whole")).Split("-----BEGIN PRIVATE")[0]);
        var text = Path.Combine(folder, "text.pem");
        File.WriteAllText(text, "rien de tel");
        var withPassword = SampleCertificate.Write(Path.Combine(folder, "password.pem"), "phrase");

        Assert.Contains("is no certificate with a private key", KeyCertificate.ProblemOf(noKey, null), StringComparison.Ordinal);
        Assert.Contains("is no certificate with a private key", KeyCertificate.ProblemOf(text, null), StringComparison.Ordinal);
        Assert.Contains("Keys__Password is not its password", KeyCertificate.ProblemOf(withPassword, "autre"), StringComparison.Ordinal);
        Assert.Contains("too short (1024 bits)", KeyCertificate.ProblemOf(SampleCertificate.Write(Path.Combine(folder, "short.pem"), bits: 1024), null), StringComparison.Ordinal);
        Assert.Contains("cannot be read", KeyCertificate.ProblemOf(folder, null), StringComparison.Ordinal);
        Assert.Null(KeyCertificate.ProblemOf(withPassword, "phrase"));
        Assert.Null(KeyCertificate.ProblemOf(SampleCertificate.Write(Path.Combine(folder, "both.pfx"), "phrase"), "phrase"));
    }

    private string Pem(string name) => SampleCertificate.Write(Path.Combine(folder, name + ".pem"));

    private static PortalFactory NewPortal(TestDatabase database, string certificate, string? password = null, string? former = null) => new(database, settings: new[]
    {
        KeyValuePair.Create("Keys:Certificate", (string?)certificate),
        KeyValuePair.Create("Keys:Password", password),
        KeyValuePair.Create("Keys:FormerCertificates", former),
    }.Where(setting => setting.Value is not null).ToDictionary(setting => setting.Key, setting => setting.Value!));

    private static IDataProtector Protector(PortalFactory portal) => portal.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
