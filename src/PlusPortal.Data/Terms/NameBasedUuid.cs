using System.Security.Cryptography;
using System.Text;

namespace PlusPortal.Data.Terms;

/// <summary>UUIDs of version 5: the same name always gives the same identifier.</summary>
/// <remarks>Source: RFC 9562, section 5.5.</remarks>
public static class NameBasedUuid
{
    /// <summary>Space of the names of this portal's vocabulary. Chosen once; changing it would change every published identifier.</summary>
    public static Guid VocabularyNamespace { get; } = new("0d6b6c1e-5f0a-4b52-9d0e-6a5b8c2f7e31");

    /// <summary>Identifier of a name inside a space of names.</summary>
    public static Guid Create(Guid space, string name)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        // SHA-1 is what the standard prescribes for version 5; nothing secret rests on it.
#pragma warning disable CA5350
        SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>Stable identifier of a term of the vocabulary.</summary>
    public static Guid OfTerm(string list, string code) => Create(VocabularyNamespace, $"{list}/{code}");
}
