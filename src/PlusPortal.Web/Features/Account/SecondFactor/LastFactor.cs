using System.Security.Claims;
using PlusPortal.Domain.Texts;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Accounts;

namespace PlusPortal.Web.Features.Account.SecondFactor;

/// <summary>Whether somebody may be left without a second factor.</summary>
public static class LastFactor
{
    /// <summary>Why not, in a sentence; null when it may.</summary>
    /// <param name="person">The person.</param>
    /// <param name="password">Its password, which opens the account alone afterwards.</param>
    public static string? ReasonToKeep(ClaimsPrincipal person, string password)
    {
        if (person.MustHaveSecondFactor) return "Votre rôle demande un second facteur. Ajoutez-en un autre, puis retirez celui-ci.";
        return VisibleText.LengthOf(password) < PasswordRules.LeastAlone
            ? $"Sans second facteur, votre mot de passe doit avoir au moins {PasswordRules.LeastAlone} caractères. Changez-le, puis recommencez."
            : null;
    }
}
