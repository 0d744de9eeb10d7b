using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PlusPortal.Web.Email;

/// <summary>The shape of every message: greeting, paragraphs, one link, signature. Both parts say the same.</summary>
/// <remarks>No image, no remote file, nothing that follows the reader. Colours are set in pairs, so that a dark reader inverts both.</remarks>
public static class MailLayout
{
    private const string Signature = "L’équipe PLUS, Pôle lorrain d’utilité sociale";
    private const string Reply = "Une question\u00A0? Répondez à ce message\u00A0: une personne de l’équipe vous lira.";

    // French stays legible in the source; markup never passes.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Plain text part.</summary>
    public static string Text(MailText mail)
    {
        var text = new StringBuilder();
        text.Append(Greeting(mail)).Append("\n\n");
        foreach (var paragraph in mail.Paragraphs) text.Append(paragraph).Append("\n\n");
        if (mail.Points.Count > 0)
        {
            foreach (var point in mail.Points) text.Append("- ").Append(point).Append('\n');
            text.Append('\n');
        }

        text.Append(mail.LinkLabel).Append("\u00A0:\n").Append(mail.LinkAddress).Append("\n\n");
        foreach (var paragraph in mail.Closing) text.Append(paragraph).Append("\n\n");
        text.Append(Reply).Append("\n\n").Append(Signature).Append("\n\n-- \n").Append(mail.Footer).Append('\n');
        return text.ToString();
    }

    /// <summary>HTML part.</summary>
    public static string Html(MailText mail)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Append("<title>").Append(Encode(mail.Subject)).Append("</title>\n</head>\n")
            .Append("<body style=\"margin:0;padding:24px 16px;font-family:Verdana,Arial,sans-serif;font-size:17px;line-height:1.55\">\n")
            .Append("<div role=\"article\" lang=\"fr\" style=\"max-width:36em;margin:0 auto\">\n");
        Paragraph(html, Greeting(mail));
        foreach (var paragraph in mail.Paragraphs) Paragraph(html, paragraph);
        if (mail.Points.Count > 0)
        {
            html.Append("<ul style=\"margin:0 0 16px;padding-left:24px\">\n");
            foreach (var point in mail.Points) html.Append("<li>").Append(Encode(point)).Append("</li>\n");
            html.Append("</ul>\n");
        }

        html.Append("<p style=\"margin:24px 0\"><a href=\"").Append(Encode(mail.LinkAddress))
            .Append("\" style=\"display:inline-block;padding:12px 20px;border-radius:6px;background:#1f5a4e;color:#ffffff;font-weight:bold\">")
            .Append(Encode(mail.LinkLabel)).Append("</a></p>\n");
        foreach (var paragraph in mail.Closing) Paragraph(html, paragraph);
        Paragraph(html, Reply);
        Paragraph(html, Signature);
        html.Append("<hr>\n<p style=\"font-size:15px\">").Append(Encode(mail.Footer)).Append("</p>\n</div>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static string Greeting(MailText mail) => mail.FirstName is null ? "Bonjour," : $"Bonjour {mail.FirstName},";

    private static void Paragraph(StringBuilder html, string text) => html.Append("<p style=\"margin:0 0 16px\">").Append(Encode(text)).Append("</p>\n");

    private static string Encode(string text) => Encoder.Encode(text);
}
