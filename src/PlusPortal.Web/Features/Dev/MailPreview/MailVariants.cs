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

    /// <summary>Several offers at once.</summary>
    public const string Several = "plusieurs-offres";

    /// <summary>An actor asks, not PLUS.</summary>
    public const string ByActor = "d-un-acteur";

    /// <summary>The structure agreed to a later day.</summary>
    public const string DateAgreed = "date-acceptee";

    /// <summary>The structure refused it.</summary>
    public const string DateRefused = "date-refusee";

    /// <summary>The structure wants none of the actors proposed.</summary>
    public const string NoneSuits = "aucun-ne-convient";

    /// <summary>Nobody called the structure back.</summary>
    public const string NotCalledBack = "pas-rappelee";

    /// <summary>The structure withdrew its request.</summary>
    public const string Withdrawn = "retiree";

    /// <summary>Help was given.</summary>
    public const string Helped = "aide-apportee";

    /// <summary>The structure could not be reached.</summary>
    public const string Unreachable = "injoignable";

    /// <summary>What a kind may be about; the first one is the usual one.</summary>
    public static IReadOnlyList<MailVariant> Of(MailKind kind) => kind switch
    {
        MailKind.ReferralChangedForPartner =>
        [
            new("", "la question a reçu sa réponse"), new(QuestionLapsed, "la question est restée sans réponse"), new(DateLapsed, "la date est restée sans réponse"),
            new(Corrected, "la réponse est corrigée"), new(Expired, "le délai est passé"), new(TakenBack, "la demande est retirée"), new(DateRefused, "la date est refusée"),
        ],
        MailKind.QuestionForStructure or MailKind.QuestionReminder => [new("", "question de PLUS"), new(ByActor, "question d’un acteur")],
        MailKind.ReferralAcceptedForStructure or MailKind.FollowUpForPartner => [new("", "tout de suite"), new(DateAgreed, "à partir d’une date")],
        MailKind.ReferralCancelledForStructure => [new("", "PLUS retire la demande à l’acteur"), new(DateRefused, "la date est refusée")],
        MailKind.ReferralEndedForStructure => [new("", "échange sans solution"), new(Unreachable, "structure injoignable")],
        MailKind.RequestClosed => [new("", "aucun acteur"), new(Helped, "aide apportée"), new(Withdrawn, "la structure la retire")],
        MailKind.StaffAttention => [new("", "un acteur décline"), new(NotCalledBack, "la structure n’a pas été rappelée"), new(NoneSuits, "aucun acteur ne convient"), new(DateRefused, "la date d’un acteur est refusée")],
        MailKind.ReferralDeclinedForStructure => [new("", "l’acteur décline"), new(Expired, "l’acteur n’a pas répondu à temps"), new(HandedBack, "l’acteur rend la demande")],
        MailKind.OffersSuspended => [new("", "une fiche n’est plus confirmée"), new(Several, "plusieurs fiches ne sont plus confirmées"), new(Silent, "des demandes sont restées sans réponse")],
        _ => [MailVariant.Only],
    };

    /// <summary>The variant of that word; null when the kind has none such.</summary>
    public static MailVariant? Find(MailKind kind, string? code) => Of(kind).FirstOrDefault(variant => variant.Code == (code ?? ""));
}
