namespace PlusPortal.Web.Features.Public.Orientation.Check;

/// <summary>What the person agrees to before sending. A changed word means a new version: the request stores the one that was shown.</summary>
public static class ConsentText
{
    /// <summary>Version of the sentences below.</summary>
    public const string Version = "2026-11";

    /// <summary>The sentence beside the box.</summary>
    public const string Box = "J’accepte que PLUS utilise ces informations pour traiter ma demande, comme expliqué ci-dessus.";

    /// <summary>What is done with the data, one line each.</summary>
    public static IReadOnlyList<string> Lines { get; } =
    [
        "L’équipe PLUS lit toute votre demande et vous recontacte.",
        "Les interlocuteurs choisis selon votre réponse ci-dessus lisent votre besoin, la commune, la forme, la taille et le nom de la structure. Ils reçoivent votre nom, votre e-mail et votre téléphone seulement s’ils acceptent de vous aider.",
        "Rien n’est transmis avant que vous ayez ouvert le lien que nous vous envoyons par e-mail, ou que vous nous ayez parlé.",
        "Rien n’est vendu ni utilisé pour de la publicité.",
        "Depuis votre page de suivi, vous pouvez à tout moment retirer votre demande. Pour faire corriger ou effacer vos données, demandez-le à l’équipe PLUS.",
    ];
}
