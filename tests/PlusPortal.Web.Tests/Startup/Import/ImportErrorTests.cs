using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Import;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Startup.Import;

/// <summary>A bad line is told with its place, and nothing of the file is taken.</summary>
public sealed class ImportErrorTests(ReadingFixture database) : IClassFixture<ReadingFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> BadFields => new()
    {
        { "id", "\"Essai Import\"", "minuscules" },
        { "id", "null", "obligatoire" },
        { "name", "\"  \"", "obligatoire" },
        { "name", "12", "texte" },
        { "kind", "\"banquier\"", "code inconnu" },
        { "website", "\"www.acteur.example.org\"", "adresse complète" },
        { "website", "\"javascript:alert(1)\"", "adresse complète" },
        { "departements[1]", "[\"54\", \"9Z\"]", "territoire inconnu" },
        { "epci[0]", "[\"999999999\"]", "territoire inconnu" },
        { "communes[0]", "[\"54999\"]", "territoire inconnu" },
        { "departements", "[]", "aucune zone" },
        { "stages", "[]", "au moins une" },
        { "stages[0]", "[\"grandir\"]", "code inconnu" },
        { "themes", "null", "obligatoire" },
        { "themes[1]", "[\"modele-economique\", \"theme-invente\"]", "code inconnu" },
        { "themes", "\"modele-economique\"", "liste" },
        { "supportModes[0]", "[7]", "texte" },
        { "legalForms[0]", "[\"sarl\"]", "code inconnu" },
        { "sectors[0]", "[\"espace\"]", "code inconnu" },
        { "sourceUrls[0]", "[\"page\"]", "adresse complète" },
        { "sourceConfidence", "\"certain\"", "high, medium ou low" },
        { "description", "\"Écrivez à contact@acteur.example.org\"", "retirez" },
        { "description", "\"Appelez le 03 83 00 00 00.\"", "retirez" },
        { "contactEmail", "\"a\"", "champ inconnu" },
        { "eligibility", "[]", "objet" },
        { "eligibility.employeuse", "{\"employeuse\": \"oui\"}", "true ou false" },
        { "eligibility.effectifMin", "{\"effectifMin\": \"1\"}", "nombre" },
        { "eligibility.effectifMin", "{\"effectifMin\": -1}", "nombre" },
        { "eligibility.ancienneteMinMois", "{\"ancienneteMinMois\": 1.5}", "entier" },
        { "eligibility.qualifications[0]", "{\"qualifications\": [\"iso-9001\"]}", "code inconnu" },
        { "eligibility.effectifMinimum", "{\"effectifMinimum\": 1}", "champ inconnu" },
        { "subStages", "[\"changement-statut\"]", "aucune étape" },
        { "closesOn", "\"15/02/2026\"", "année-mois-jour" },
        { "offers", "{}", "liste d'offres" },
        { "offers[0].themes[0]", "[{\"themes\": [\"theme-invente\"]}]", "code inconnu" },
        { "offers[1].key", "[{\"key\": \"a\"}, {\"key\": \"a\"}]", "sert déjà" },
        { "offers[0].key", "[{\"title\": \"A\"}, {\"key\": \"b\"}]", "obligatoire" },
        { "offers[0].limits", "[{\"limits\": \"emploiEss\"}]", "conditions" },
        { "offers[0].titre", "[{\"titre\": \"A\"}]", "champ inconnu" },
    };

    [Theory]
    [MemberData(nameof(BadFields))]
    public async Task A_bad_field_is_told_by_line_record_and_field(string field, string json, string words)
    {
        var property = field.Split('[', '.')[0];
        var file = new ImportFile().With().With(record => record[property] = JsonNode.Parse(json));

        var report = await RunAsync(file.ToBytes());

        var error = Assert.Single(report.Errors);
        Assert.Equal(2, error.Record);
        Assert.Equal(field, error.Field);
        Assert.Contains(words, error.Sentence);
        Assert.True(error.Line > file.LineOf(file.FirstKey), $"The line ({error.Line}) is not in the second record.");
        await using var db = database.NewContext();
        Assert.False(await db.SupportActors.AnyAsync(actor => actor.ImportKey == file.FirstKey, Ct));
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_told_in_a_sentence()
    {
        var report = await RunAsync(Encoding.Latin1.GetBytes(new ImportFile().With(record => record["name"] = "Économie").ToString()));

        Assert.StartsWith("le fichier n'est pas en UTF-8.", Assert.Single(report.Errors).Sentence, StringComparison.Ordinal);
    }

    /// <summary>Halves of characters, NUL and what nobody sees are dropped; what is wrong beside them is told with its line.</summary>
    [Fact]
    public async Task What_nobody_sees_is_dropped_from_a_file()
    {
        var key = ImportFile.NewKey();
        var file = new ImportFile().With(record => (record["id"], record["name"], record["kind"]) = (key + "ZWSP", "HALF\u3164", "banquier"));
        var json = file.ToString().Replace("ZWSP", "\\u200b\\u0000", StringComparison.Ordinal).Replace("HALF", "\\ud800", StringComparison.Ordinal).Replace("\"website\"", "\"\\udc00\": 1, \"website\"", StringComparison.Ordinal);

        var errors = (await RunAsync(Encoding.UTF8.GetBytes(json))).Errors;

        Assert.Equal([("\uFFFF", 6), ("kind", 5), ("name", 4)], errors.OrderBy(error => error.Field, StringComparer.Ordinal).Select(error => (error.Field, error.Line)).OrderByDescending(error => error.Line).ThenBy(error => error.Field, StringComparer.Ordinal));
        Assert.All(errors, error => Assert.Equal(key, error.Id));
    }

    [Fact]
    public async Task The_line_is_that_of_the_value()
    {
        var file = new ImportFile().With().With(record => record["themes"] = new JsonArray("modele-economique", "theme-invente"));

        var error = Assert.Single((await RunAsync(file.ToBytes())).Errors);

        Assert.Equal(file.LineOf("theme-invente"), error.Line);
        Assert.StartsWith($"Ligne {error.Line}, fiche 2 ({error.Id}), champ themes[1]\u00A0: ", error.ToString());
    }

    [Fact]
    public async Task Every_error_is_told_at_once()
    {
        var file = new ImportFile()
            .With(record => (record["name"], record["kind"]) = (null, "banquier"))
            .With(record => record["themes"] = new JsonArray("theme-invente"));

        var report = await RunAsync(file.ToBytes());

        Assert.Equal(["name", "kind", "themes[0]"], report.Errors.Select(error => error.Field));
    }

    [Fact]
    public async Task A_key_may_occur_once()
    {
        var key = ImportFile.NewKey();
        var file = new ImportFile().With(record => record["id"] = key).With(record => record["id"] = key);

        var error = Assert.Single((await RunAsync(file.ToBytes())).Errors);

        Assert.True(error is { Record: 2, Field: "id" });
    }

    [Fact]
    public async Task A_field_may_occur_once()
    {
        var json = new ImportFile().With().ToString().Replace("\"name\":", "\"name\": \"Autre\",\n\"name\":", StringComparison.Ordinal);

        var error = Assert.Single((await RunAsync(Encoding.UTF8.GetBytes(json))).Errors);

        Assert.Equal("name", error.Field);
    }

    [Theory]
    [InlineData("[\n {\n  \"id\": \"a\",,\n }\n]", 3)]
    [InlineData("", 1)]
    [InlineData("{}", 1)]
    public async Task A_file_that_is_not_a_list_of_records_is_refused(string json, int line)
    {
        var error = Assert.Single((await RunAsync(Encoding.UTF8.GetBytes(json))).Errors);

        Assert.Equal(line, error.Line);
        Assert.Null(error.Record);
    }

    [Fact]
    public async Task A_record_that_is_no_object_is_refused()
    {
        var error = Assert.Single((await RunAsync("[12]"u8.ToArray())).Errors);

        Assert.Equal(1, error.Record);
    }

    private async Task<ImportReport> RunAsync(byte[] json)
    {
        await using var db = database.NewContext();
        return await new DirectoryImport(db, TimeProvider.System).RunAsync(json, isDryRun: false, Ct);
    }
}
