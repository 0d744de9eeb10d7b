using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PlusPortal.Testing;

/// <summary>Certificates made for tests, each in a file with its private key.</summary>
public static class SampleCertificate
{
    private static readonly Lazy<string> One = new(() => Write(Path.Combine(Path.GetTempPath(), $"plus-keys-{Environment.ProcessId}.pem")));

    /// <summary>One for the whole run.</summary>
    public static string Shared => One.Value;

    /// <summary>Writes a new one.</summary>
    /// <param name="file">Where; the end .pfx writes that format, anything else PEM.</param>
    /// <param name="password">Password of the key; none when null.</param>
    /// <param name="bits">Length of the key.</param>
    public static string Write(string file, string? password = null, int bits = 2048)
    {
        using var key = RSA.Create(bits);
        using var certificate = new CertificateRequest("CN=plus-portal-keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        if (file.EndsWith(".pfx", StringComparison.Ordinal))
        {
            File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx, password));
            return file;
        }

        var pem = password is null ? key.ExportPkcs8PrivateKeyPem() : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000));
        File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + pem + "\n");
        return file;
    }
}
