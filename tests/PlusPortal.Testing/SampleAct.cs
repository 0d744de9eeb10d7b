using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Labels;

namespace PlusPortal.Testing;

/// <summary>
/// One more action of staff, declared as a real one is: an act, its method, its words, its two actions. The portal of
/// the tests that ask for it serves it beside its own. It borrows an event that tells nobody, since the list of events
/// belongs to the domain.
/// </summary>
public static class SampleAct
{
    /// <summary>Address under a request.</summary>
    public const string Path = "rappel-plus-tard";

    /// <summary>Its declaration.</summary>
    public static RequestAct PostponeCall { get; } = new()
    {
        By = Movers.Staff,
        From = [RequestStatus.InTriage, RequestStatus.Oriented],
        Needs = [Condition.AddressProven],
        Leaves = EventKind.SummaryWritten,
        Writes = NoteKind.Reason,
    };

    /// <summary>Its words.</summary>
    public static ActLabel Label { get; } = new(PostponeCall)
    {
        Button = "Remettre l’appel",
        Done = "L’appel est remis.",
        Form = new("Remettre l’appel", "La demande reste où elle en est.", "Pourquoi remettre l’appel", "Lu par l’équipe PLUS seulement.", "Dites pourquoi l’appel est remis.", "Remettre l’appel"),
        ForStaff = e => $"{e.Who} a remis l’appel.",
        ForStructure = _ => "L’équipe PLUS vous appellera plus tard.",
    };

    /// <summary>Adds it to a portal.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.Remove(services.Single(service => service.ServiceType == typeof(ActLabel) && service.ImplementationInstance is ActLabel { Act.Name: nameof(Acts.WriteSummary) }));
        services.AddSingleton(Label);
        services.AddControllers().AddApplicationPart(typeof(SampleAct).Assembly);
    }

    /// <summary>Its method.</summary>
    public static void PostponeTheCall(this OrientationRequest request, string reason, Author by, DateTimeOffset now)
    {
        request.Begin(PostponeCall, by);
        request.Write(PostponeCall, reason, by, now);
        request.Leave(PostponeCall, by, now);
    }
}
