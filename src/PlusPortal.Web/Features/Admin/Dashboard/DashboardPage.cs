using PlusPortal.Data.Requests;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Admin.Requests.Queue;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Counts;

namespace PlusPortal.Web.Features.Admin.Dashboard;

/// <summary>Figures, then the first page of the queue.</summary>
public sealed record DashboardPage(IReadOnlyList<DashboardCount> Counts, QueueTable Queue);

/// <summary>A figure that leads to the list it counts.</summary>
public sealed record DashboardCount(string Label, int Count, string Address)
{
    /// <summary>The figures, in the order in which a day of triage goes.</summary>
    public static IReadOnlyList<DashboardCount> Of(DashboardCounts counts) =>
    [
        new("Mes demandes", counts.Mine, new QueueFilter { Assignee = QueueFilter.Me }.Address()),
        new("Sans personne pour les suivre", counts.Unassigned, new QueueFilter { Assignee = QueueFilter.Nobody }.Address()),
        new("En retard", counts.Overdue, new QueueFilter { Overdue = true }.Address()),
        new("En attente de la structure", counts.WaitingForStructure, new QueueFilter { WaitsFor = "structure" }.Address()),
        new("En attente d’un acteur", counts.WaitingForActor, new QueueFilter { WaitsFor = "acteur" }.Address()),
        new("À transmettre par nos soins", counts.ByHand, new QueueFilter { ByHand = true }.Address()),
        new("Modifications d’offres à relire", counts.PendingRevisions, AdminAddress.Revisions),
        new("Commentaires de structures à lire", counts.CommentsToRead, AdminAddress.Comments),
        new("E-mails abandonnés", counts.DeadMessages, AdminAddress.Messages),
    ];
}

/// <summary>What observers see of the work: figures, and no list behind them.</summary>
/// <param name="Requests">Of open requests; one to four are not told.</param>
/// <param name="Directory">Of the directory.</param>
public sealed record FiguresPage(IReadOnlyList<(string Label, string Count)> Requests, IReadOnlyList<(string Label, string Count)> Directory)
{
    /// <summary>The figures in words.</summary>
    public static FiguresPage Of(ObservedCounts counts) => new(
        [
            ("Demandes ouvertes", counts.Open.WithoutSmall),
            ("Sans personne pour les suivre", counts.Unassigned.WithoutSmall),
            ("En retard", counts.Overdue.WithoutSmall),
            ("En attente de la structure", counts.WaitingForStructure.WithoutSmall),
            ("En attente d’un acteur", counts.WaitingForActor.WithoutSmall),
            ("À transmettre par l’équipe", counts.ByHand.WithoutSmall),
        ],
        [
            ("Acteurs publiés", counts.Actors.ToString(FrenchText.Culture)),
            ("Offres publiées", counts.Offers.ToString(FrenchText.Culture)),
            ("Modifications d’offres à relire", counts.PendingRevisions.ToString(FrenchText.Culture)),
        ]);
}
