using PlusPortal.Data.Geography;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Samples;

/// <summary>What an invented structure asks.</summary>
/// <param name="Commune">INSEE code.</param>
/// <param name="Contact">The invented person.</param>
/// <param name="Declare">Its declaration, once the commune is located.</param>
internal sealed record SampleNeed(string Commune, Contact Contact, Func<LocatedCommune, Declaration> Declare);

/// <summary>The needs of the demonstration: invented people and structures, addresses of example.org.</summary>
internal static class SampleNeeds
{
    public static SampleNeed NewProject { get; } = new("54528", Person("Alix Fictif", "alix@example.org"), at => new Declaration
    {
        Place = at.Place,
        CommuneName = at.Name,
        Stage = Stages.Demarrer,
        SubStage = SubStages.IdeeEmergence,
        LegalForm = LegalForms.PasEncoreCreee,
        StructureName = "Collectif imaginaire du café partagé",
        Title = "Ouvrir un café associatif à Toul",
        Need = "Nous sommes six habitants et nous voulons ouvrir un café associatif. Nous cherchons à vérifier que le besoin existe et à chiffrer le projet.",
        Themes = [Themes.IdeeFaisabilite],
    });

    public static SampleNeed Urgent { get; } = new("57463", Person("Morgan Fictif", "morgan@example.org", phone: "01 99 00 00 01"), at => new Declaration
    {
        Place = at.Place,
        CommuneName = at.Name,
        Stage = Stages.Developper,
        SubStage = SubStages.Consolidation,
        LegalForm = LegalForms.AssociationDroitLocal,
        StructureName = "Association imaginaire des ateliers du soir",
        StaffBand = StaffBands.From6To9,
        BudgetBand = BudgetBands.From150kTo500k,
        AgeBand = AgeBands.From3To10Ans,
        Title = "Nous ne pourrons pas payer les salaires du mois prochain",
        Need = "Une subvention attendue est annulée. Notre trésorerie ne permet pas de payer les salaires à la fin du mois prochain. Nous ne savons pas vers qui nous tourner.",
        Themes = [Themes.TresorerieUrgence],
        MoneyThreatened = true,
    });

    public static SampleNeed Governance { get; } = new("88160", Person("Lou Fictif", "lou@example.org"), at => new Declaration
    {
        Place = at.Place,
        CommuneName = at.Name,
        Stage = Stages.Developper,
        SubStage = SubStages.Consolidation,
        LegalForm = LegalForms.AssociationLoi1901,
        StructureName = "Association imaginaire des jardins d'Épinal",
        StaffBand = StaffBands.Aucun,
        AgeBand = AgeBands.Plus10Ans,
        Title = "Renouveler notre bureau",
        Need = "Notre présidente et notre trésorier quittent leurs fonctions cet été. Personne ne se propose et nous voulons mieux répartir les tâches.",
        Themes = [Themes.GouvernanceVieAssociative],
    });

    public static SampleNeed Vague { get; } = new("55029", Person("Sasha Fictif", "sasha@example.org"), at => new Declaration
    {
        Place = at.Place,
        CommuneName = at.Name,
        LegalForm = LegalForms.AssociationLoi1901,
        StructureName = "Association imaginaire du quartier haut",
        StaffBand = StaffBands.Inconnu,
        Title = "Besoin d'être aidés",
        Need = "Nous avons beaucoup de questions et nous aimerions être conseillés par quelqu'un.",
    });

    public static SampleNeed Takeover { get; } = new("88413", Person("Noa Fictif", "noa@example.org", phone: "01 99 00 00 02"), at => new Declaration
    {
        Place = at.Place,
        CommuneName = at.Name,
        Stage = Stages.Transformer,
        SubStage = SubStages.TransmissionReprise,
        LegalForm = LegalForms.SocieteCommercialeHorsEss,
        StructureName = "Menuiserie imaginaire",
        StaffBand = StaffBands.From6To9,
        AgeBand = AgeBands.Plus10Ans,
        Title = "Reprendre notre entreprise en Scop",
        Need = "Notre dirigeant part à la retraite dans un an. Nous sommes huit salariés et nous étudions une reprise en coopérative.",
        Themes = [Themes.RepriseTransmission],
    });

    public static SampleNeed FirstEmployee { get; } = new("54395", Person("Ange Fictif", "ange@example.org"), at => new Declaration
    {
        Place = at.Place,
        CommuneName = at.Name,
        Stage = Stages.Developper,
        SubStage = SubStages.Developpement,
        LegalForm = LegalForms.AssociationLoi1901,
        StructureName = "Club imaginaire de lecture",
        StaffBand = StaffBands.Aucun,
        AgeBand = AgeBands.From3To10Ans,
        Title = "Recruter notre première salariée",
        Need = "Nous voulons embaucher une animatrice à mi-temps. Nous ne connaissons ni la convention collective ni les démarches.",
        Themes = [Themes.FonctionEmployeur],
    });

    public static SampleNeed Transformation { get; } = new("55545", Person("Charlie Fictif", "charlie@example.org"), at => new Declaration
    {
        Place = at.Place,
        CommuneName = at.Name,
        Stage = Stages.Transformer,
        SubStage = SubStages.ChangementStatut,
        LegalForm = LegalForms.AssociationLoi1901,
        StructureName = "Recyclerie imaginaire",
        StaffBand = StaffBands.From3To5,
        AgeBand = AgeBands.From3To10Ans,
        Title = "Passer d'association à Scic",
        Need = "Nous voulons associer les communes et les habitants à notre recyclerie. Le conseil d'administration penche pour une Scic.",
        Themes = [Themes.TransformationStatut],
    });

    public static SampleNeed EconomicModel { get; } = new("54329", Person("Eden Fictif", "eden@example.org"), at => new Declaration
    {
        Place = at.Place,
        CommuneName = at.Name,
        Stage = Stages.Developper,
        SubStage = SubStages.Consolidation,
        LegalForm = LegalForms.AssociationLoi1901,
        StructureName = "Théâtre imaginaire de Lunéville",
        StaffBand = StaffBands.From1To2,
        AgeBand = AgeBands.Plus10Ans,
        Title = "Réduire notre dépendance à un seul financeur",
        Need = "Les trois quarts de notre budget viennent d'une seule collectivité. Nous voulons revoir notre modèle économique.",
        Themes = [Themes.ModeleEconomique],
    });

    // The numbers are among those that the regulator keeps for works of fiction (01 99 00 and following).
    private static Contact Person(string name, string email, string? phone = null) => new()
    {
        Name = name,
        Email = email,
        Phone = phone,
        Channel = phone is null ? ContactChannels.Courriel : ContactChannels.Telephone,
        Slot = phone is null ? null : ContactSlots.Matin,
    };
}
