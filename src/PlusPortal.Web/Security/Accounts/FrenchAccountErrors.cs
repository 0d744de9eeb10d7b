using Microsoft.AspNetCore.Identity;

namespace PlusPortal.Web.Security.Accounts;

/// <summary>What Identity refuses, in French, for the errors that a person can meet.</summary>
public sealed class FrenchAccountErrors : IdentityErrorDescriber
{
    /// <inheritdoc />
    public override IdentityError DuplicateEmail(string email) => Known(nameof(DuplicateEmail), "Un compte existe déjà avec cette adresse. Indiquez-en une autre.");

    /// <inheritdoc />
    public override IdentityError DuplicateUserName(string userName) => DuplicateEmail(userName);

    /// <inheritdoc />
    public override IdentityError InvalidEmail(string? email) => Known(nameof(InvalidEmail), "Indiquez une adresse e-mail complète, comme prenom@exemple.fr.");

    /// <inheritdoc />
    public override IdentityError InvalidUserName(string? userName) => Known(nameof(InvalidUserName), "Cette adresse contient un signe que nous ne pouvons pas enregistrer. Indiquez-en une autre.");

    /// <inheritdoc />
    public override IdentityError ConcurrencyFailure() => Known(nameof(ConcurrencyFailure), "Ce compte vient d’être modifié ailleurs. Recommencez.");

    private static IdentityError Known(string code, string sentence) => new() { Code = code, Description = sentence };
}
