using PlusPortal.Domain.Announcements;

namespace PlusPortal.Web.Features.Dev.MailPreview;

/// <summary>One of the things that a kind of message says, by what happened.</summary>
/// <param name="Code">Its word in the address; empty for the usual one.</param>
/// <param name="Label">What happened.</param>
public sealed record MailVariant(string Code, string Label)
{
    /// <summary>Of a kind that always says the same.</summary>
    public static MailVariant Only { get; } = new("", "");
}

/// <summary>The kinds that say different things by what happened, each with what it may be.</summary>
public static class MailVariants
{
    /// <summary>The actor's question was left without an answer.</summary>
    public const string QuestionLapsed = "question-sans-reponse";

    /// <summary>The actor's later day was left without an answer.</summary>
    public const string DateLapsed = "date-sans-reponse";

    /// <summary>An outcome that was noted by mistake was corrected.</summary>
    public const string Corrected = "reponse-corrigee";

    /// <summary>The time to answer has passed.</summary>
    public const string Expired = "delai-passe";

    /// <summary>The request was taken back.</summary>
    public const string TakenBack = "retrait";

    /// <summary>The actor gave the request back.</summary>
    public const string HandedBack = "restitution";

    /// <summary>The actor left requests without an answer.</summary>
    public const string Silent = "demandes-sans-reponse";

    /// <summary>An actor helped.</summary>
    public const string Helped = "aide-apportee";

    /// <summary>Several offers at once.</summary>
    public const string Several = "plusieurs-offres";

    /// <summary>What a kind may be about; the first one is the usual one.</summary>
    public static IReadOnlyList<MailVariant> Of(MailKind kind) => kind switch
    {
        MailKind.ReferralChangedForPartner =>
        [
            new("", "la question a reçu sa réponse"), new(QuestionLapsed, "la question est restée sans réponse"), new(DateLapsed, "la date est restée sans réponse"),
            new(Corrected, "la réponse est corrigée"), new(Expired, "le délai est passé"), new(TakenBack, "la demande est retirée"),
        ],
        MailKind.ReferralDeclinedForStructure => [new("", "l’acteur décline"), new(Expired, "l’acteur n’a pas répondu à temps"), new(HandedBack, "l’acteur rend la demande")],
        MailKind.RequestClosed => [new("", "aucun acteur, avec un message"), new(Helped, "l’aide est apportée"), new(TakenBack, "la structure retire sa demande")],
        MailKind.OffersSuspended => [new("", "une fiche n’est plus confirmée"), new(Several, "plusieurs fiches ne sont plus confirmées"), new(Silent, "des demandes sont restées sans réponse")],
        _ => [MailVariant.Only],
    };

    /// <summary>The variant of that word; null when the kind has none such.</summary>
    public static MailVariant? Find(MailKind kind, string? code) => Of(kind).FirstOrDefault(variant => variant.Code == (code ?? ""));
}
