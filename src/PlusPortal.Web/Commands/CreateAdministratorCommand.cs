using Microsoft.AspNetCore.Identity;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Texts;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Startup.Database;

namespace PlusPortal.Web.Commands;

/// <summary>
/// <c>PlusPortal.Web create-administrator EMAIL "NAME"</c>: opens the account of an administrator, the first one of a
/// new portal included. The password is asked or piped, never an argument: lists of processes and the history of a
/// shell keep those.
/// </summary>
public sealed class CreateAdministratorCommand(PortalDb db, UserManager<PortalUser> users, SecurityLog log, TimeProvider clock)
{
    public const string Name = "create-administrator";
    private const string Usage = $"Utilisation\u00A0: {Name} ADRESSE \"PRÉNOM NOM\". Le mot de passe est demandé ensuite, ou lu sur l’entrée standard.";

    private const int LongestAddress = 256;

    /// <summary>Creates the account, or says in French why not.</summary>
    /// <param name="arguments">The command line without the command's name.</param>
    /// <param name="askPassword">Asks for the password; null when none was given, or when it was typed twice differently.</param>
    /// <param name="output">Where the person reads.</param>
    /// <param name="ct">Stops the command; nothing is then written.</param>
    /// <returns>0 when the account exists, 1 when it was refused.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, Func<string?> askPassword, TextWriter output, CancellationToken ct)
    {
        arguments = [.. arguments.Select(argument => VisibleText.Clean(argument).Trim())];
        if (await RefusalAsync(arguments) is { } refusal) return await RefuseAsync(refusal);
        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UserName = arguments[0],
            Email = arguments[0],
            EmailConfirmed = true,
            DisplayName = arguments[1],
            CreatedAt = clock.GetUtcNow(),
        };
        if (askPassword() is not { Length: > 0 } password) return await RefuseAsync("Aucun mot de passe n’a été donné, ou les deux saisies sont différentes. Recommencez.");
        if (await WeaknessAsync(user, password) is { } weakness) return await RefuseAsync(weakness);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        Check(await users.CreateAsync(user, password));
        Check(await users.AddToRolesAsync(user, PersonRole.Administrator.Stored));
        await transaction.CommitAsync(CancellationToken.None);
        log.Write(SecurityEvent.AdministratorCreated, user.Id.ToString());
        await output.WriteLineAsync($"Le compte d’administration de {user.DisplayName} ({user.Email}) est créé. Il ouvre l’espace PLUS\u00A0: /admin.");
        return 0;

        async Task<int> RefuseAsync(string sentence)
        {
            await output.WriteLineAsync(sentence);
            return 1;
        }
    }

    private async Task<string?> RefusalAsync(IReadOnlyList<string> arguments)
    {
        if (arguments.Count != 2) return Usage;
        var (email, name) = (arguments[0], arguments[1]);
        if (email.Length > LongestAddress || !MailAddressAttribute.IsAddress(email)) return $"«\u00A0{email}\u00A0» n’est pas une adresse e-mail complète. Indiquez-en une comme prenom@exemple.fr.";
        if (VisibleText.LengthOf(name) is 0 or > PortalUser.DisplayNameLength || name.Any(char.IsControl)) return $"Indiquez le prénom et le nom, {PortalUser.DisplayNameLength} caractères au plus, entre guillemets.";
        return await users.FindByEmailAsync(email) is null ? null : $"Un compte existe déjà avec l’adresse {email}. Rien n’a été changé\u00A0: choisissez une autre adresse.";
    }

    private async Task<string?> WeaknessAsync(PortalUser user, string password)
    {
        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, user, password) is { Succeeded: false } refused) return string.Join(" ", refused.Errors.Select(error => error.Description));
        }

        return null;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new StartupException(string.Join(" ", result.Errors.Select(error => error.Description)));
    }
}
