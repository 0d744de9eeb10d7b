using PlusPortal.Data.Links;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Testing;
using PlusPortal.Web.Tests.Public.Orientation;

namespace PlusPortal.Web.Tests.Telemetry;

/// <summary>SQL says where in the code it is asked.</summary>
public sealed partial class QueryCallSiteTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queries_of_pages_name_their_place_and_no_folder_of_the_machine()
    {
        var commands = new Commands();
        await using var portal = new PortalFactory(fixture.Database, configure: services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(commands)));
        using var visitor = portal.NewBrowser();
        using var staff = await portal.SignInAsNewAsync(PortalRoles.Staff);
        commands.Texts.Clear();

        foreach (var address in new[] { "/", "/annuaire", "/annuaire?texte=microcr%C3%A9dit", "/mentions-legales", "/contact" }) await visitor.GetAsync(address);
        foreach (var address in new[] { "/admin", "/admin/demandes", "/admin/annuaire", "/admin/messages", "/admin/signalements" }) await staff.GetAsync(address);
        await Walk.SendAsync(portal);

        var queries = commands.Texts.Where(text => IsQuery().IsMatch(text)).ToList();
        Assert.NotEmpty(queries);
        Assert.All(queries, text => Assert.DoesNotContain(RepositoryFolder.Root, text, StringComparison.Ordinal));
        var untold = queries.Where(text => !Place().IsMatch(text)).Distinct().ToList();
        Assert.True(untold.Count == 0, string.Join("\n---\n", untold));
    }

    [Fact]
    public async Task Lists_counts_and_deletions_alike_are_tagged()
    {
        var commands = new Commands();
        await using var portal = new PortalFactory(fixture.Database, configure: services => services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(commands)));
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        commands.Texts.Clear();

        await db.SupportActors.Where(actor => actor.Name == "tag").OrderBy(actor => actor.Name).ToListAsync(Ct);
        await db.SupportActors.CountAsync(actor => actor.Name == "tag", Ct);
        await db.SupportActors.Where(actor => actor.Name == "tag").Select(actor => actor.Name).FirstOrDefaultAsync(Ct);
        await db.AccessLinks.Where(link => link.SubjectId == Guid.Empty).ExecuteDeleteAsync(Ct);
        _ = db.SupportActors.Any(actor => actor.Name == "tag");

        Assert.Equal(5, commands.Texts.Count);
        Assert.All(commands.Texts, text => Assert.Matches(@"^-- tests/PlusPortal\.Web\.Tests/Telemetry/QueryCallSiteTests\.cs:\d+ QueryCallSiteTests\.Lists_counts_and_deletions_alike_are_tagged\b", text));
    }

    [GeneratedRegex(@"^-- (src|tests)/PlusPortal\.[\w/.]+\.cs:\d+ \w+\.\w+")]
    private static partial Regex Place();

    /// <summary>What EF writes for a query; its own inserts and updates, and the SQL that we write by hand, have no such place.</summary>
    [GeneratedRegex(@"^(--|SELECT )", RegexOptions.Singleline)]
    private static partial Regex IsQuery();

    private sealed class Commands : DbCommandInterceptor
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> Texts { get; } = [];

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Keep(command, result);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Keep(command, result));

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Keep(command, result));

        private T Keep<T>(DbCommand command, T result)
        {
            Texts.Enqueue(command.CommandText);
            return result;
        }
    }
}
