using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Samples;

/// <summary>An invented support actor of the demonstration.</summary>
/// <param name="Key">Import key.</param>
/// <param name="Name">Name, which says that it is invented.</param>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Description">What it would be.</param>
/// <param name="Email">Address of example.org.</param>
/// <param name="OfferTitle">Title of its only offer.</param>
/// <param name="Themes">Themes of the offer.</param>
public sealed record SampleActor(string Key, string Name, string Kind, string Description, string Email, string OfferTitle, IReadOnlyList<string> Themes)
{
    /// <summary>Builds it: marked as a sample, so that the matcher never sees it, and verified by PLUS, so that staff may choose it and send to it.</summary>
    public SupportActor Build(TimeProvider clock)
    {
        var (now, today) = (clock.GetUtcNow(), clock.TodayInParis);
        var actor = SupportActor.Sample(Key, Name, Kind, Description, now);
        actor.RecordCheckedContact(Email, today, now);
        var content = new OfferContent
        {
            Title = OfferTitle,
            Description = Description,
            Stages = [.. Stages.All.Select(stage => stage.Code)],
            Themes = Themes,
            SupportModes = [SupportModes.ConseilIndividuel],
            Coverage = [.. Lorraine.Departements.Select(code => new CoverageZone(TerritoryLevel.Departement, code))],
        };
        actor.AddOffer($"{Key}/offre", content, OfferState.Published, now);
        return actor;
    }
}

/// <summary>The two invented actors of the demonstration, one for each sample partner.</summary>
public static class SampleActors
{
    /// <summary>Helps associations.</summary>
    public static SampleActor Associations { get; } = new(
        "exemple-appui-associatif",
        "Exemple – Appui associatif (fictif)",
        ActorKinds.ReseauAccompagnement,
        "Acteur inventé pour la démonstration\u00A0: il conseille les associations de Lorraine.",
        "appui-associatif@example.org",
        "Exemple\u00A0: conseil aux associations",
        [Themes.GouvernanceVieAssociative, Themes.FonctionEmployeur, Themes.ModeleEconomique]);

    /// <summary>Helps cooperatives.</summary>
    public static SampleActor Cooperatives { get; } = new(
        "exemple-conseil-cooperatif",
        "Exemple – Conseil coopératif (fictif)",
        ActorKinds.TeteDeReseau,
        "Acteur inventé pour la démonstration\u00A0: il conseille les coopératives de Lorraine.",
        "conseil-cooperatif@example.org",
        "Exemple\u00A0: conseil aux coopératives",
        [Themes.ChoixStatutCreation, Themes.TransformationStatut, Themes.RepriseTransmission]);

    /// <summary>Both.</summary>
    public static IReadOnlyList<SampleActor> All { get; } = [Associations, Cooperatives];
}
