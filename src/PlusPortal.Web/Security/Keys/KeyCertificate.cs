using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PlusPortal.Web.Security.Keys;

/// <summary>Reads a certificate with its private key from a file, PEM or PFX.</summary>
public static class KeyCertificate
{
    private const int ShortestKeyBits = 2048;
    private const string EncryptedKey = "ENCRYPTED PRIVATE KEY";

    /// <summary>One sentence when the file cannot lock keys; null when it can. Its dates do not matter: it stays on this machine.</summary>
    public static string? ProblemOf(string file, string? password)
    {
        try
        {
            using var certificate = Read(file, password);
            using var key = certificate.GetRSAPrivateKey();
            if (key is null) return $"{file} holds no RSA private key; docs/deployment.md says how to make one.";
            return key.KeySize < ShortestKeyBits ? $"the key in {file} is too short ({key.KeySize} bits): make one of {ShortestKeyBits} or more." : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return $"{file} cannot be read: check the path and the rights of the account that runs the portal.";
        }
        catch (CryptographicException)
        {
            return $"{file} is no certificate with a private key, or Keys__Password is not its password.";
        }
    }

    /// <summary>The certificate.</summary>
    /// <exception cref="CryptographicException">The file holds none, or the password is wrong.</exception>
    public static X509Certificate2 Read(string file, string? password)
    {
        var content = File.ReadAllBytes(file);
        if (!content.AsSpan().StartsWith("-----"u8)) return X509CertificateLoader.LoadPkcs12(content, password);
        var text = System.Text.Encoding.ASCII.GetString(content);
        return text.Contains(EncryptedKey, StringComparison.Ordinal) ? X509Certificate2.CreateFromEncryptedPem(text, text, password) : X509Certificate2.CreateFromPem(text, text);
    }
}
