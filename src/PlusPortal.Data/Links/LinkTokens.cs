using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PlusPortal.Data.Links;

/// <summary>Makes and hashes the secrets of private links: 256 random bits, base64url in addresses, SHA-256 at rest.</summary>
public static class LinkTokens
{
    /// <summary>Random bytes of a token.</summary>
    public const int Bytes = 32;

    /// <summary>Characters of a token in an address.</summary>
    public const int TextLength = 43;

    /// <summary>A new token, to be shown once and never stored.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Hash under which a token is stored; that of no token when the address ended with nothing to see, which MVC gives as null.</summary>
    public static byte[] Hash(string? token) => SHA256.HashData(Encoding.ASCII.GetBytes(token ?? ""));
}
