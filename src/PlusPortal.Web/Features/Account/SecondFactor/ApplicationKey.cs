using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;
using PlusPortal.Data.Accounts;
using QRCoder;

namespace PlusPortal.Web.Features.Account.SecondFactor;

/// <summary>
/// The key of an application for codes (RFC 6238, SHA-1, six digits, thirty seconds: what every application knows). Until its
/// first code is right it is in the page alone, locked: showing the page writes nothing.
/// </summary>
public sealed class ApplicationKey(IDataProtectionProvider protection)
{
    private const int Bytes = 20;
    private const int PixelsOfAModule = 5;
    private const string Issuer = "PLUS";
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>A new key, locked for that person.</summary>
    public string NewKey(PortalUser user) => Lock(user).Protect(Base32Encoding.ToString(RandomNumberGenerator.GetBytes(Bytes)), Life);

    /// <summary>The key in base 32; null when it is over, made up, or another person's.</summary>
    public string? Read(PortalUser user, string? locked)
    {
        try
        {
            return Lock(user).Unprotect(locked ?? "");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The page with the key as a picture and in letters.</summary>
    public ApplicationPage Page(PortalUser user, ApplicationForm form, bool asksPassword)
    {
        var key = Read(user, form.Key) ?? throw new InvalidOperationException("A page is made for a key that can be read.");
        return new ApplicationPage(form, Picture(user, key), string.Join(' ', key.Chunk(4).Select(letters => new string(letters))), asksPassword);
    }

    /// <summary>The address that applications read, as a picture within the page.</summary>
    private static string Picture(PortalUser user, string key)
    {
        var address = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(user.Email!)}?secret={key}&issuer={Issuer}&digits=6&period=30";
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        return "data:image/png;base64," + Convert.ToBase64String(code.GetGraphic(PixelsOfAModule));
    }

    private ITimeLimitedDataProtector Lock(PortalUser user) => protection.CreateProtector("PlusPortal.ApplicationKey", user.Id.ToString()).ToTimeLimitedDataProtector();
}

/// <summary>The page that sets an application up.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Picture">The key as a QR code.</param>
/// <param name="Letters">The key in letters, for whoever cannot take a picture.</param>
/// <param name="AsksPassword">Whether the password has to be said again.</param>
public sealed record ApplicationPage(ApplicationForm Form, string Picture, string Letters, bool AsksPassword);
