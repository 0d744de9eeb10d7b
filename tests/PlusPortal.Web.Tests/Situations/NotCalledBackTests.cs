using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Labels.Situations;

namespace PlusPortal.Web.Tests.Situations;

/// <summary>« Personne ne m’a rappelée », as an actor reads it: only the one that took the request knows whom to call.</summary>
public sealed class NotCalledBackTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Actor_is_told_to_call_once_it_has_accepted_and_to_answer_before(bool hasAccepted)
    {
        var request = A.Request().Build();
        var offer = A.SupportOffer().Build();
        var referral = hasAccepted ? request.AcceptedBy(offer) : request.Sending(offer);
        request.SettleAnswers(A.Now.AddMinutes(Referral.UndoMinutes));
        request.ReportNotCalledBack(null, Author.Structure, A.Now, A.Day);
        var task = new Situation(SituationKind.Task, WaitsFor.Plus, request.TaskOn, referral);

        var words = SituationWords.ForActor(task, SituationReading.FactsOf(request, task, new Dictionary<Guid, string>(), A.Day));

        Assert.Equal(hasAccepted, words.Contains("Contactez-la dès que possible", StringComparison.Ordinal));
        Assert.Equal(!hasAccepted, words.Contains("répondez dès que possible", StringComparison.Ordinal));
    }
}
