using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PlusPortal.Web.Email.Layout;

/// <summary>The shape of every message: mark, greeting, paragraphs, one link, signature. Both parts say the same.</summary>
/// <remarks>
/// No image, no remote file, nothing that follows the reader: the mark is text. Tables carry the layout and every
/// style is on its element, because mail clients drop the rest; the style element only holds the colours of the night.
/// </remarks>
public static class MailLayout
{
    /// <summary>Words of the mark, at the top of the HTML part.</summary>
    public const string Mark = "+ PLUS Pôle lorrain d’utilité sociale";

    /// <summary>Words before the address of the link, in the HTML part.</summary>
    public const string AddressLead = "Le bouton ne s’ouvre pas\u00A0? Copiez cette adresse dans votre navigateur\u00A0:";

    private const string Signature = "L’équipe PLUS, Pôle lorrain d’utilité sociale";
    private const string Reply = "Une question\u00A0? Répondez à ce message\u00A0: une personne de l’équipe vous lira.";
    private const string Table = "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"";

    // French stays legible in the source; markup never passes.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly MailColours Day = MailColours.Light;

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
        Head(html, mail.Subject);
        html.Append("<body class=\"page\" style=\"margin:0;padding:0;background-color:").Append(Day.Page).Append("\">\n")
            .Append(Table).Append(" class=\"page\" style=\"background-color:").Append(Day.Page).Append("\"><tr><td align=\"center\" style=\"padding:24px 12px\">\n")
            .Append(Table).Append(" style=\"max-width:600px;margin:0 auto\"><tr><td class=\"text\" style=\"padding:0 4px 12px;").Append(Words(Day.Text)).Append("\">")
            .Append("<span class=\"mark\" style=\"display:inline-block;width:32px;line-height:32px;text-align:center;border-radius:8px;font-weight:bold;background-color:").Append(Day.Mark).Append(";color:").Append(Day.MarkSign).Append("\">+</span> ")
            .Append("<strong style=\"font-size:20px\">PLUS</strong> <span style=\"font-size:15px\">Pôle lorrain d’utilité sociale</span></td></tr>\n")
            .Append("<tr><td class=\"card text\" style=\"padding:24px 20px;border:1px solid ").Append(Day.Line).Append(";border-radius:8px;background-color:").Append(Day.Card).Append(';').Append(Words(Day.Text)).Append("\">\n")
            .Append("<div role=\"article\" lang=\"fr\">\n");
        Paragraph(html, Greeting(mail));
        foreach (var paragraph in mail.Paragraphs) Paragraph(html, paragraph);
        if (mail.Points.Count > 0)
        {
            html.Append("<ul style=\"margin:0 0 16px;padding-left:24px\">\n");
            foreach (var point in mail.Points) html.Append("<li style=\"margin:0 0 4px\">").Append(Encode(point)).Append("</li>\n");
            html.Append("</ul>\n");
        }

        Link(html, mail);
        foreach (var paragraph in mail.Closing) Paragraph(html, paragraph);
        Paragraph(html, Reply);
        Paragraph(html, Signature);
        html.Append("<p class=\"quiet line\" style=\"margin:24px 0 0;padding-top:12px;border-top:1px solid ").Append(Day.Line).Append(";font-size:15px;color:").Append(Day.Quiet).Append("\">")
            .Append(Encode(mail.Footer)).Append("</p>\n</div>\n</td></tr></table>\n</td></tr></table>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void Head(StringBuilder html, string subject)
    {
        var night = MailColours.Dark;
        html.Append("<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n")
            .Append("<title>").Append(Encode(subject)).Append("</title>\n<style>\n:root { color-scheme: light dark; }\n@media (prefers-color-scheme: dark) {\n")
            .Append(".page { background-color: ").Append(night.Page).Append(" !important; }\n")
            .Append(".card { background-color: ").Append(night.Card).Append(" !important; }\n")
            .Append(".card, .line { border-color: ").Append(night.Line).Append(" !important; }\n")
            .Append(".text { color: ").Append(night.Text).Append(" !important; }\n")
            .Append(".quiet { color: ").Append(night.Quiet).Append(" !important; }\n")
            .Append(".button, .button a { background-color: ").Append(night.Button).Append(" !important; color: ").Append(night.ButtonText).Append(" !important; }\n")
            .Append(".mark { background-color: ").Append(night.Mark).Append(" !important; color: ").Append(night.MarkSign).Append(" !important; }\n}\n</style>\n</head>\n");
    }

    /// <summary>A button that is a cell of its colour, which every client draws; then the address, for those that open no button.</summary>
    private static void Link(StringBuilder html, MailText mail)
    {
        html.Append("<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:24px 0 16px\"><tr><td class=\"button\" bgcolor=\"").Append(Day.Button)
            .Append("\" style=\"border-radius:6px;background-color:").Append(Day.Button).Append("\"><a href=\"").Append(Encode(mail.LinkAddress))
            .Append("\" style=\"display:inline-block;padding:14px 22px;border-radius:6px;font-weight:bold;text-decoration:underline;background-color:").Append(Day.Button).Append(";color:").Append(Day.ButtonText).Append("\">")
            .Append(Encode(mail.LinkLabel)).Append("</a></td></tr></table>\n")
            .Append("<p class=\"quiet\" style=\"margin:0 0 16px;font-size:15px;color:").Append(Day.Quiet).Append("\">").Append(Encode(AddressLead))
            .Append("<br><span style=\"word-break:break-all\">").Append(Encode(mail.LinkAddress)).Append("</span></p>\n");
    }

    private static string Words(string colour) => $"font-family:Verdana,Arial,sans-serif;font-size:17px;line-height:1.55;color:{colour}";

    private static string Greeting(MailText mail) => mail.FirstName is null ? "Bonjour," : $"Bonjour {mail.FirstName},";

    private static void Paragraph(StringBuilder html, string text) => html.Append("<p style=\"margin:0 0 16px\">").Append(Encode(text)).Append("</p>\n");

    private static string Encode(string text) => Encoder.Encode(text);
}
