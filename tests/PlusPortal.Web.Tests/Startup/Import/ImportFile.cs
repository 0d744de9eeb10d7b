using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlusPortal.Web.Tests.Startup.Import;

/// <summary>An import file for a test: records that are valid by default, each with a key of its own.</summary>
internal sealed class ImportFile
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static int number;
    private readonly JsonArray records = [];

    /// <summary>Adds a record; <paramref name="change"/> sets what the test is about.</summary>
    public ImportFile With(Action<JsonObject>? change = null)
    {
        var record = new JsonObject
        {
            ["id"] = NewKey(),
            ["name"] = "Acteur imaginaire",
            ["kind"] = "reseau-accompagnement",
            ["website"] = "https://acteur.example.org",
            ["departements"] = new JsonArray("54", "57"),
            ["epci"] = new JsonArray(),
            ["communes"] = new JsonArray(),
            ["stages"] = new JsonArray("demarrer", "developper"),
            ["themes"] = new JsonArray("modele-economique"),
            ["legalForms"] = new JsonArray("association-loi-1901"),
            ["supportModes"] = new JsonArray("conseil-individuel"),
            ["sectors"] = new JsonArray(),
            ["eligibility"] = new JsonObject(),
            ["description"] = "Un acteur inventé pour un essai.",
            ["sourceUrls"] = new JsonArray("https://source.example.org/page"),
            ["sourceConfidence"] = "high",
        };
        change?.Invoke(record);
        records.Add(record);
        return this;
    }

    public static string NewKey() => $"essai-import-{Interlocked.Increment(ref number)}";

    public string FirstKey => records[0]!["id"]!.GetValue<string>();

    public ImportFile Change(Action<JsonObject> change)
    {
        change(records[0]!.AsObject());
        return this;
    }

    public override string ToString() => records.ToJsonString(Written);

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    /// <summary>Line of the first occurrence of a text, from 1.</summary>
    public int LineOf(string text) => ToString()[..ToString().IndexOf(text, StringComparison.Ordinal)].Count(character => character == '\n') + 1;
}
