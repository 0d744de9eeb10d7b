using System.Text.Json;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Tests.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Requests;

/// <summary>What remains of a request once it is anonymous, and that nothing can be done to it.</summary>
public sealed class AnonymisationTests
{
    [Fact]
    public void What_statistics_need_remains_and_the_rest_is_gone()
    {
        var scene = ActScenes.With(ReferralStatus.Declined);
        var request = scene.Request;
        request.AddNote("Une note.", A.Staff(), A.Now);
        request.WriteSummary("Un résumé.", A.Staff(), A.Now);
        request.Correct(new Correction { Stage = Stages.Developper, ById = Guid.CreateVersion7(A.Now), At = A.Now }, A.Staff(), A.Now);
        request.Close(ClosingReasons.EffacementDemande, null, null, A.Staff(), A.Now, A.Day);
        var before = (request.Reference, request.Declared.LegalForm, request.Declared.StaffBand, request.Place, request.Stage, request.Themes, request.SubmittedAt, request.ClosedAt, request.ClosingReason);

        request.Anonymise(Author.Job, A.Now);

        Assert.Equal(before, (request.Reference, request.Declared.LegalForm, request.Declared.StaffBand, request.Place, request.Stage, request.Themes, request.SubmittedAt, request.ClosedAt, request.ClosingReason));
        Assert.Equal(DeclineReasons.Capacite, Assert.Single(request.Referrals).DeclineReason);
        Assert.Equal(Contact.Nobody, request.Contact);
        Assert.Equal(("", "", null, null), (request.Declared.Title, request.Declared.Need, request.Declared.StructureName, request.Summary));
        Assert.Equal((A.Now, EventKind.Anonymised, Guid.Empty), (request.AnonymisedAt, request.Timeline[^1].Kind, request.Correction!.ById));
        Assert.Empty(request.Notes);
        Assert.Null(request.Matching);
        Assert.Empty(request.SignalCodes);
    }

    [Fact]
    public void Every_declared_answer_is_kept_on_purpose_or_gone()
    {
        string[] kept = [nameof(Declaration.Stage), nameof(Declaration.SubStage), nameof(Declaration.LegalForm), nameof(Declaration.Place), nameof(Declaration.CommuneName), nameof(Declaration.StaffBand), nameof(Declaration.Themes)];
        var full = A.Request().Build().Declared with
        {
            LegalFormDetail = "x",
            StructureName = "x",
            Qualifications = ["x"],
            StaffBand = StaffBands.All[0].Code,
            BudgetBand = "x",
            AgeBand = "x",
            Sectors = ["x"],
            Siren = "x",
            Siret = "x",
            Rna = "x",
            Title = "x",
            Need = "x",
            MoneyThreatened = true,
            Deadline = A.Today,
            AlreadyMetActorIds = [Guid.Empty],
            AlreadyMetText = "x",
            ClosedAnswers = new Dictionary<string, IReadOnlyList<string>> { ["x"] = ["x"] },
        };
        var empty = new Declaration { LegalForm = "", Place = full.Place, CommuneName = "", Title = "", Need = "" };

        var left = full.WithoutPerson();

        foreach (var property in typeof(Declaration).GetProperties().Where(property => property.SetMethod is { IsStatic: false }))
        {
            var expected = property.GetValue(kept.Contains(property.Name) ? full : empty);
            Assert.True(JsonSerializer.Serialize(expected) == JsonSerializer.Serialize(property.GetValue(left)), property.Name);
        }
    }

    [Fact]
    public void Every_act_on_an_anonymous_request_is_refused()
    {
        foreach (var act in Acts.All.Except([Acts.Submit]))
        {
            foreach (var by in ActScenes.Authors.Values)
            {
                var scene = ActScenes.With(ReferralStatus.Completed);
                if (scene.Request.IsOpen) scene.Request.Close(ClosingReasons.AucunActeur, null, null, A.Staff(), A.Now, A.Day);
                scene.Request.Anonymise(A.Staff(), A.Now);

                var refusal = act is RequestAct onRequest ? scene.Request.RefusalFor(onRequest, by) : scene.Request.RefusalFor((ReferralAct)act, scene.Referral!, by);

                RuleCode[] expected = [RuleCode.NotAllowedForRole, act == Acts.Anonymise ? RuleCode.AlreadyDone : RuleCode.RequestAnonymised];
                Assert.Contains(refusal!.Value, expected);
                if (act is ReferralAct each) Assert.Equal(RuleCode.RequestAnonymised, scene.Request.RefusalForEach(each, by));
            }
        }
    }

    [Fact]
    public void Doing_it_twice_changes_nothing()
    {
        var request = ActScenes.In(RequestStatus.Closed).Request;
        request.Anonymise(Author.Job, A.Now);
        var before = JsonSerializer.Serialize(request);

        request.Anonymise(Author.Job, A.Now.AddDays(1));

        Assert.Equal(before, JsonSerializer.Serialize(request));
    }
}
