namespace PlusPortal.Web.Features.Public.Orientation.Check;

/// <summary>What a person agreed to, in the words that were shown.</summary>
/// <param name="Version">Stored with the request; for ever.</param>
/// <param name="Box">The sentence beside the box.</param>
/// <param name="Lines">What is done with the data, one line each.</param>
public sealed record ConsentWords(string Version, string Box, IReadOnlyList<string> Lines);

/// <summary>What the person agrees to before sending. A changed word means a new version, added below: the request stores the one that was shown, and the former ones stay to tell what it was.</summary>
public static class ConsentText
{
    private const string Agreement = "J’accepte que PLUS utilise ces informations pour traiter ma demande, comme expliqué ci-dessus.";

    private static readonly string[] Use =
    [
        "L’équipe PLUS lit toute votre demande et vous recontacte.",
        "Les interlocuteurs choisis selon votre réponse ci-dessus lisent votre besoin, la commune, la forme, la taille et le nom de la structure. Ils reçoivent votre nom, votre e-mail et votre téléphone seulement s’ils acceptent de vous aider.",
        "Rien n’est transmis avant que vous ayez ouvert le lien que nous vous envoyons par e-mail, ou que vous nous ayez parlé.",
        "Rien n’est vendu ni utilisé pour de la publicité.",
    ];

    /// <summary>Every version, the first one first.</summary>
    public static IReadOnlyList<ConsentWords> All { get; } =
    [
        new("2026-11", Agreement, [.. Use, "Depuis votre page de suivi, vous pouvez à tout moment retirer votre demande. Pour faire corriger ou effacer vos données, demandez-le à l’équipe PLUS."]),
        new("2026-12", Agreement, [.. Use, "Depuis votre page de suivi, vous pouvez à tout moment retirer votre demande, corriger vos coordonnées, recevoir vos données ou les effacer. L’équipe PLUS peut aussi le faire pour vous."]),
    ];

    /// <summary>The one that is shown.</summary>
    public static ConsentWords Current => All[^1];
}
