using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Security.Keys;

/// <summary>Settings « Keys »: what locks the keys of sessions and forms, which stand in the database.</summary>
public sealed class KeyOptions : ISettings<KeyOptions>
{
    /// <inheritdoc />
    public static string Section => "Keys";

    /// <summary>File of the certificate with its private key (RSA; PEM or PFX); without it the keys stand in the database in clear.</summary>
    public string? Certificate { get; set; }

    /// <summary>Password of the file, of the former ones too.</summary>
    public string? Password { get; set; }

    /// <summary>Files of certificates used before, a semicolon between: they still open what they locked.</summary>
    public string? FormerCertificates { get; set; }

    /// <summary>Every file, the one in use first.</summary>
    public IReadOnlyList<string> Files => [.. Former.Prepend(Certificate?.Trim() ?? "").Where(file => file.Length > 0)];

    private string[] Former => (FormerCertificates ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Certificate))
        {
            if (Former.Length > 0 || !string.IsNullOrEmpty(Password)) yield return "Set Keys__Certificate too, or remove Keys__FormerCertificates and Keys__Password.";
            yield break;
        }

        foreach (var file in Files)
        {
            if (KeyCertificate.ProblemOf(file, Password) is { } problem) yield return $"{(file == Files[0] ? "Keys__Certificate" : "Keys__FormerCertificates")}: {problem}";
        }
    }
}
