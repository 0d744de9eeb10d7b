using PlusPortal.Data.Requests;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Admin.Requests.Queue;

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
        new("Suivies par personne", counts.Unassigned, new QueueFilter { Assignee = QueueFilter.Nobody }.Address()),
        new("En retard", counts.Overdue, new QueueFilter { Overdue = true }.Address()),
        new("En attente de la structure", counts.WaitingForStructure, new QueueFilter { WaitsFor = "structure" }.Address()),
        new("En attente d’un acteur", counts.WaitingForActor, new QueueFilter { WaitsFor = "acteur" }.Address()),
        new("À transmettre par nos soins", counts.ByHand, new QueueFilter { ByHand = true }.Address()),
        new("Modifications d’offres à relire", counts.PendingRevisions, AdminAddress.Revisions),
        new("E-mails abandonnés", counts.DeadMessages, AdminAddress.Messages),
    ];
}
