using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Web.Security.Accounts;

/// <summary>
/// Which passwords are good enough: long, and not to be guessed from lists of common ones, from the person, the organisation or the
/// portal. No rule of composition, no change after a time.
/// </summary>
/// <remarks>Source: OWASP ASVS 5.0, 6.2.1 to 6.2.12; NIST SP 800-63B.</remarks>
public sealed class PasswordRules(PortalDb db) : IPasswordValidator<PortalUser>
{
    /// <summary>Fewest characters where a second factor is asked for as well.</summary>
    public const int LeastWithSecondFactor = 12;

    /// <summary>Fewest characters of a password that opens an account alone.</summary>
    public const int LeastAlone = 15;

    /// <summary>Most characters: enough for any sentence, and for every manager of passwords.</summary>
    public const int Most = 256;

    /// <summary>Guesses are told from 0 (at once) to 4; below this a password is refused.</summary>
    private const int LeastScore = 3;

    /// <summary>What is judged of a long one: the time grows with its length.</summary>
    private const int MostJudged = 64;

    private const int ShortestWord = 3;

    /// <summary>Letters of known words from which a password may be nothing else.</summary>
    private const int MostOfIt = 6;

    /// <summary>Letters besides them that make it one of its own.</summary>
    private const int OwnLetters = 4;

    // Its lists are read once.
    private static readonly Zxcvbn.Zxcvbn Judge = new();

    /// <inheritdoc />
    public async Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        var length = VisibleText.LengthOf(password ?? "");
        var least = await LeastLengthAsync(manager, user);
        if (length < least) return Refused($"Ce mot de passe est trop court\u00A0: choisissez au moins {least} caractères. Une phrase convient.");
        if (password!.Length > Most) return Refused($"Ce mot de passe est trop long\u00A0: {Most} caractères au plus.");
        var words = (await WordsAsync(user)).ToList();
        var judged = Unit(Judged(password));

        // Signs and spaces between known words are the first thing that is tried.
        var bare = Unit(string.Concat(judged.Where(char.IsLetterOrDigit)));
        return new[] { judged, bare }.All(text => Judge.EvaluatePassword(text, words).Score >= LeastScore) && !IsMadeOf(words, bare)
            ? IdentityResult.Success
            : Refused("Ce mot de passe se devine trop vite\u00A0: il est courant, ou fait de votre nom, de votre organisation ou de mots du portail. Choisissez une phrase que vous êtes seul à connaître, ou laissez votre gestionnaire de mots de passe en créer un.");
    }

    /// <summary>Fewest characters for a person: PLUS always has a second factor, a partner while one is set.</summary>
    public static async Task<int> LeastLengthAsync(UserManager<PortalUser> manager, PortalUser user) =>
        user.SupportActorId is null || user.TwoFactorEnabled || (await manager.GetPasskeysAsync(user)).Count > 0 ? LeastWithSecondFactor : LeastAlone;

    /// <summary>Words of the person and of its organisation, and ours, as somebody would type them.</summary>
    private async Task<IEnumerable<string>> WordsAsync(PortalUser user)
    {
        var actor = user.SupportActorId is { } id ? await db.SupportActors.Where(candidate => candidate.Id == id).Select(candidate => candidate.Name).SingleOrDefaultAsync() : null;
        return WordsOf(user.DisplayName).Concat(WordsOf(user.Email)).Concat(WordsOf(actor)).Concat(PasswordWords.All).Distinct();
    }

    private static IEnumerable<string> WordsOf(string? text)
    {
        var words = (text ?? "").Split([.. " .,;:'’-_@/()&+"], StringSplitOptions.RemoveEmptyEntries).Select(Plain).Where(word => word.Length >= ShortestWord).ToList();
        return words.Append(string.Concat(words)).Append(Plain(text ?? ""));
    }

    /// <summary>Whether known words are all that a password says, with digits and hardly a letter of its own: each may be counted for little, and many together are still a list of them.</summary>
    private static bool IsMadeOf(IEnumerable<string> words, string text)
    {
        var left = text;
        foreach (var word in words.OrderByDescending(word => word.Length).Where(word => word.Length >= ShortestWord)) left = left.Replace(word, "", StringComparison.Ordinal);
        return text.Length - left.Length >= MostOfIt && left.Count(char.IsLetter) < OwnLetters;
    }

    /// <summary>What a text repeats, when it says the same again and again; else the text.</summary>
    private static string Unit(string text) => text.Length > 1 && (text + text).IndexOf(text, 1, StringComparison.Ordinal) is var length && length < text.Length ? text[..length] : text;

    private static string Judged(string password) => Plain(password.Length > MostJudged ? password[..MostJudged] : password);

    /// <summary>Small letters without accents: « Épinal » is no harder to guess than « epinal ».</summary>
    private static string Plain(string text) =>
        string.Concat(text.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(letter => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark));

    private static IdentityResult Refused(string sentence) => IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = sentence });
}
