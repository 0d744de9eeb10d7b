using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Data.Import;
using PlusPortal.Testing;
using PlusPortal.Web.Commands;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Tests.Startup.Import;

public sealed class ImportDirectoryCommandTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shared_records_again_report_no_change()
    {
        var (code, text) = await RunAsync(DirectorySeed.Actors);

        Assert.Equal(0, code);
        Assert.Contains("Ajouts\u00A0: 0. Modifications\u00A0: 0. ", text);
    }

    [Fact]
    public async Task A_new_record_is_stored_and_told_in_French()
    {
        var file = new ImportFile().With();

        var (code, text) = await RunAsync(file.ToBytes());

        Assert.Equal(0, code);
        Assert.Contains($"  acteur {file.FirstKey} (Acteur imaginaire)", text);
        Assert.Contains($"  offre {file.FirstKey}/offre (Conseil individuel)", text);
        Assert.True(await IsStoredAsync(file));
        file.Change(record => record["description"] = "Autre texte.");
        Assert.Contains($"  offre {file.FirstKey}/offre (Conseil individuel)\u00A0: description", (await RunAsync(file.ToBytes())).Text);
    }

    [Theory]
    [InlineData("FILE", "--dry-run")]
    [InlineData("--dry-run", "FILE")]
    public async Task A_rehearsal_stores_nothing(string first, string second)
    {
        var file = new ImportFile().With();

        var (code, text) = await RunAsync(file.ToBytes(), first, second);

        Assert.Equal(0, code);
        Assert.Contains("rien n'est enregistré", text);
        Assert.False(await IsStoredAsync(file));
    }

    [Fact]
    public async Task A_bad_line_refuses_the_whole_file()
    {
        var file = new ImportFile().With().With(record => record["kind"] = "banquier");

        var (code, text) = await RunAsync(file.ToBytes());

        Assert.Equal(1, code);
        Assert.Contains($"  Ligne {file.LineOf("banquier")}, fiche 2 (", text);
        Assert.Contains("1 erreur\u00A0: aucune fiche n'a été enregistrée.", text);
        Assert.False(await IsStoredAsync(file));
    }

    [Theory]
    [InlineData]
    [InlineData("FILE", "FILE")]
    [InlineData("FILE", "--force")]
    public async Task A_wrong_command_line_tells_the_right_one(params string[] arguments)
    {
        var (code, text) = await RunAsync(new ImportFile().With().ToBytes(), arguments);

        Assert.Equal(1, code);
        Assert.StartsWith("Utilisation\u00A0: import-directory", text);
    }

    [Fact]
    public async Task A_missing_file_is_told()
    {
        var (code, text) = await RunAsync([], "/nowhere/actors.json");

        Assert.Equal(1, code);
        Assert.StartsWith("Impossible de lire", text);
    }

    private Task<(int Code, string Text)> RunAsync(byte[] content) => RunAsync(content, "FILE");

    private async Task<(int Code, string Text)> RunAsync(byte[] content, params string[] arguments)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, content, Ct);
        try
        {
            await using var db = database.NewContext();
            var registered = new ServiceCollection().AddSingleton(db).AddSingleton(TimeProvider.System).AddLogging();
            registered.AddAudit();
            await using var services = registered.BuildServiceProvider();
            await using var output = new StringWriter();
            var code = await ImportDirectoryCommand.RunAsync([.. arguments.Select(argument => argument == "FILE" ? path : argument)], services, output, Ct);

            // A directory that may have changed is told to the audit; a refusal and a rehearsal are not.
            Assert.Equal(code == 0 && !arguments.Contains("--dry-run") ? 1 : 0, services.GetRequiredService<AuditQueue>().Waiting);
            return (code, output.ToString());
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<bool> IsStoredAsync(ImportFile file)
    {
        await using var db = database.NewContext();
        return await db.SupportActors.AnyAsync(actor => actor.ImportKey == file.FirstKey, Ct);
    }
}
