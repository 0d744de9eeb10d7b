using OtpNet;
using PlusPortal.Testing.Html;

namespace PlusPortal.Testing;

/// <summary>An application for codes, as it stands on the phone of a person of the tests.</summary>
/// <param name="Key">Its key, in base 32.</param>
public sealed record CodeApplication(string Key)
{
    private const string Letters = ".secret-text";

    /// <summary>Its code at a time.</summary>
    public string CodeAt(DateTimeOffset now) => new Totp(Base32Encoding.ToBytes(Key)).ComputeTotp(now.UtcDateTime);

    /// <summary>The application that takes the key of the page that sets it up.</summary>
    public static CodeApplication From(HtmlPage page) => new(page.Document.QuerySelector(Letters)!.TextContent.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>Sets one up on the account of a visitor who has just signed in.</summary>
    public static async Task<(CodeApplication Application, HtmlPage Codes)> SetUpAsync(PortalBrowser browser, DateTimeOffset now)
    {
        var page = await browser.GetAsync("/compte/second-facteur/application");
        var application = From(page);
        return (application, await page.Form("Ajouter cette application").Fill("Code à 6 chiffres", application.CodeAt(now)).SubmitAsync());
    }
}
