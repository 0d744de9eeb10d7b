using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Labels.Followers;

/// <summary>Words of the channel that the person chose, where nothing came by it.</summary>
/// <param name="Nobody">« Personne ne m’a rappelée ».</param>
/// <param name="Nothing">« aucun appel ».</param>
public sealed record ContactWords(string Nobody, string Nothing)
{
    /// <summary>The words of a channel.</summary>
    public static ContactWords Of(string channel) => channel switch
    {
        ContactChannels.Telephone => new("Personne ne m’a rappelée", "aucun appel"),
        ContactChannels.Courriel => new("Personne ne m’a écrit", "aucun message"),
        _ => new("Personne ne m’a contactée", "aucune nouvelle"),
    };
}
