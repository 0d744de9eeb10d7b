using System.Security.Cryptography;
using System.Text;

namespace PlusPortal.Data.Codes;

/// <summary>
/// A code of six digits that went to the recorded address of an actor: whoever types it on the follow-up page of the referral reads
/// whom to call. Of the code only a salted hash is stored; it works once, for <see cref="Minutes"/> minutes and <see cref="MostTries"/> tries.
/// </summary>
public sealed class ContactCode
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    /// <summary>Minutes for which it works.</summary>
    public const int Minutes = 15;

    /// <summary>Tries after which it works no more.</summary>
    public const int MostTries = 5;

    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    // A million codes are soon tried: whoever reads this table needs some minutes, and reads the contact details in the next one anyway.
    private const int Iterations = 50_000;

    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Referral whose contact details it opens.</summary>
    public required Guid ReferralId { get; init; }

    /// <summary>What is hashed with the code.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>Hash of salt and code.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Creation, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stops working, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Tries so far.</summary>
    public int Tries { get; set; }

    /// <summary>When it was used, UTC; null while it was not.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>A new code and its row: the text is for the mail and is stored nowhere.</summary>
    public static (string Text, ContactCode Row) Create(Guid referralId, DateTimeOffset now)
    {
        var text = RandomNumberGenerator.GetString("0123456789", Digits);
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var row = new ContactCode { Id = Guid.CreateVersion7(now), ReferralId = referralId, Salt = salt, Hash = HashOf(text, salt), CreatedAt = now, ExpiresAt = now.AddMinutes(Minutes) };
        return (text, row);
    }

    /// <summary>Whether that is the code.</summary>
    public bool Matches(string typed) => CryptographicOperations.FixedTimeEquals(HashOf(typed, Salt), Hash);

    private static byte[] HashOf(string text, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(text), salt, Iterations, HashAlgorithmName.SHA256, HashBytes);
}
