using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Labels;

/// <summary>Words of the channel that the person chose, where nothing came by it.</summary>
/// <param name="Nobody">« Personne ne m’a rappelée ».</param>
/// <param name="Nothing">« aucun appel ».</param>
/// <param name="Asked">« Avez-vous été rappelé(e) ? ».</param>
public sealed record ContactWords(string Nobody, string Nothing, string Asked)
{
    /// <summary>The words of a channel.</summary>
    public static ContactWords Of(string channel) => channel switch
    {
        ContactChannels.Telephone => new("Personne ne m’a rappelée", "aucun appel", "Avez-vous été rappelé(e)\u00A0?"),
        ContactChannels.Courriel => new("Personne ne m’a écrit", "aucun message", "Vous a-t-on écrit\u00A0?"),
        _ => new("Personne ne m’a contactée", "aucune nouvelle", "Avez-vous été contacté(e)\u00A0?"),
    };
}
