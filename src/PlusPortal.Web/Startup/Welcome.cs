using System.Text;
using PlusPortal.Web.Samples;

namespace PlusPortal.Web.Startup;

/// <summary>The last lines of a start in Development: where to go and as whom.</summary>
internal static class Welcome
{
    public static void Print(WebApplication app)
    {
        var text = new StringBuilder("\nPLUS Portal is ready:\n");
        foreach (var address in app.Urls) text.AppendLine($"  {address}");
        text.AppendLine($"Sample accounts (Development only), password {SampleAccounts.Password}:");
        foreach (var account in SampleAccounts.All) text.AppendLine($"  {account.Email,-34} {account.Description}");
        text.Append("Ctrl+C stops it, and the private database with it.");
        Console.Out.WriteLine(text);
    }
}
