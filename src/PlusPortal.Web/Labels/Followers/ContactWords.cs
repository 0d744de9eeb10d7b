using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Labels;

/// <summary>Words of the channel that the person chose: where nothing came by it, and how PLUS comes back by it.</summary>
/// <param name="Nobody">« Personne ne m’a rappelée ».</param>
/// <param name="Nothing">« aucun appel ».</param>
/// <param name="Asked">« Avez-vous été rappelé(e) ? ».</param>
/// <param name="Calls">« appelle », after « vous ».</param>
/// <param name="Call">« appelez la personne », said to staff.</param>
/// <param name="CallTo">« appelez-la », said to staff of a structure that was named before.</param>
public sealed record ContactWords(string Nobody, string Nothing, string Asked, string Calls = "appelle", string Call = "appelez la personne", string CallTo = "appelez-la")
{
    /// <summary>The words of a channel.</summary>
    public static ContactWords Of(string channel) => channel switch
    {
        ContactChannels.Telephone => new("Personne ne m’a rappelée", "aucun appel", "Avez-vous été rappelé(e)\u00A0?"),
        ContactChannels.Courriel => new("Personne ne m’a écrit", "aucun message", "Vous a-t-on écrit\u00A0?", "écrit", "écrivez à la personne", "écrivez-lui"),
        _ => new("Personne ne m’a contactée", "aucune nouvelle", "Avez-vous été contacté(e)\u00A0?"),
    };
}
