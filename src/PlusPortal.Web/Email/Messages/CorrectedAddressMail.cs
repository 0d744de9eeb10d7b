using PlusPortal.Web.Email.Layout;

namespace PlusPortal.Web.Email.Messages;

/// <summary>E13: a tracking link to the address that staff recorded in place of a wrong one. The former address is neither named nor told: it may be a stranger's.</summary>
public sealed class CorrectedAddressMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { } request) return null;
        return mails.About(
            request with { IsUnwanted = false }, $"Votre demande {request.Reference}\u00A0: le lien à votre bonne adresse", "Suivre ma demande",
            [
                $"L’équipe PLUS a corrigé votre adresse e-mail\u00A0: les messages sur votre demande {request.Reference} arrivent maintenant ici.",
                "Ouvrez le lien une fois\u00A0: il confirme que cette adresse est la vôtre. Les liens envoyés avant ne fonctionnent plus.",
            ],
            closing: ["Cette demande n’est pas la vôtre\u00A0? Ignorez ce message, et n’ouvrez pas le lien."]);
    }
}
