using PlusPortal.Domain.People;

namespace PlusPortal.Web.Labels.People;

/// <summary>What a page about people says after an act, by the word in its address.</summary>
public static class DoneSentences
{
    /// <summary>An invitation left.</summary>
    public const string Invited = "invitation";

    /// <summary>An invitation was taken back.</summary>
    public const string Withdrawn = "invitation-retiree";

    /// <summary>A role was changed.</summary>
    public const string Role = "role";

    /// <summary>An access was taken away.</summary>
    public const string Removed = "retrait";

    /// <summary>An access was given back.</summary>
    public const string Restored = "retablissement";

    /// <summary>A second factor was taken away.</summary>
    public const string Factor = "second-facteur";

    /// <summary>The sentence; null for any other word.</summary>
    public static string? Of(string? done) => done switch
    {
        Invited => $"L’invitation part par e-mail dans quelques minutes. Son lien fonctionne {Invitation.Days} jours.",
        Withdrawn => "L’invitation est retirée\u00A0: son lien ne fonctionne plus.",
        Role => "Le rôle est changé. La personne en est informée par e-mail et doit se reconnecter.",
        Removed => "L’accès est retiré. Les sessions ouvertes se terminent dans la minute.",
        Restored => "L’accès est rétabli. La personne en est informée par e-mail.",
        Factor => "Le second facteur est retiré. La personne en est informée par e-mail.",
        _ => null,
    };
}
