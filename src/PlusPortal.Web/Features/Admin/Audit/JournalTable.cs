using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using PlusPortal.Data.Audit;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Tables;

namespace PlusPortal.Web.Features.Admin.Audit;

/// <summary>The journal as a table, sent line by line. It has an end, which its last line tells when there was more.</summary>
/// <param name="reader">Reads it.</param>
/// <param name="asked">What was asked for.</param>
/// <param name="today">Paris day, in the name of the file.</param>
public sealed class JournalTable(JournalReader reader, AuditFilter asked, DateOnly today) : IActionResult
{
    /// <summary>Most lines of a table.</summary>
    public const int MostLines = 10_000;

    private const int LinesAtOnce = 200;

    /// <inheritdoc />
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, ct) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        response.ContentType = CsvText.ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"journal-{today:yyyy-MM-dd}.csv" }.ToString();
        var text = new StringBuilder(CsvText.Line("Date (heure de Paris)", "Domaine", "Qui", "Quoi", "Objet", "Demande", "Réseau", "Page", "Nombre"));
        await response.Body.WriteAsync(CsvText.Beginning, ct);
        var lines = 0;
        await foreach (var row in reader.StreamAsync(asked, MostLines + 1, ct))
        {
            text.Append(lines == MostLines ? CsvText.Line($"La liste continue\u00A0: un fichier s’arrête à {MostLines.ToString("N0", FrenchText.Culture)} lignes. Choisissez des dates plus proches pour lire la suite.") : LineOf(row));
            if (++lines % LinesAtOnce == 0) await SendAsync();
        }

        await SendAsync();

        async Task SendAsync()
        {
            await response.WriteAsync(text.ToString(), Encoding.UTF8, ct);
            text.Clear();
        }
    }

    private static string LineOf(JournalRow row) => CsvText.Line(
        row.At.InParis.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), row.Area, row.Who, row.What, row.About, row.Reference, row.Client, row.Route, row.Times.ToString(CultureInfo.InvariantCulture));
}
