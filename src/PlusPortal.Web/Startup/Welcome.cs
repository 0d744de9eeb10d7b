using System.Text;
using PlusPortal.Web.Samples;

namespace PlusPortal.Web.Startup;

/// <summary>The last lines of a start in Development: where to go and as whom.</summary>
internal static class Welcome
{
    /// <param name="app">The portal that runs.</param>
    /// <param name="hasSamples">Whether its database is the private one, with sample accounts.</param>
    public static void Print(WebApplication app, bool hasSamples)
    {
        var text = new StringBuilder("\nPLUS Portal is ready:\n");
        foreach (var address in app.Urls) text.AppendLine($"  {address}");
        if (hasSamples)
        {
            text.AppendLine($"Sample accounts (Development only), password {SampleAccounts.Password}:");
            foreach (var account in SampleAccounts.All) text.AppendLine($"  {account.Email,-34} {account.Description}");
        }

        text.Append(hasSamples ? "Ctrl+C stops it, and the private database with it." : "Ctrl+C stops it. No samples: ConnectionStrings__Portal names a database of yours.");
        Console.Out.WriteLine(text);
    }
}
