using PlusPortal.Data.Geography;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Features.Admin.Requests.Correcting;

/// <summary>Corrects stage, sub-stage, themes or commune, and searches again with the values corrected. The declaration is kept beside.</summary>
public sealed class CorrectRequest(RequestChange change, RequestMatcher matcher, CurrentProfile profile, TimeProvider clock)
{
    /// <summary>Corrects.</summary>
    /// <param name="reference">Reference of the request.</param>
    /// <param name="seen">What the person had seen.</param>
    /// <param name="form">Values in force from now on.</param>
    /// <param name="commune">The commune found for what was typed.</param>
    /// <param name="by">Member of staff.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<RequestResult> ExecuteAsync(string reference, Seen seen, CorrectionForm form, LocatedCommune commune, Author by, CancellationToken ct)
    {
        var request = await change.FindAsync(reference, ct);
        if (request is null) return new RequestResult.NotFound();
        if (seen.ConflictsWith(request)) return new RequestResult.Conflict();
        if (SentenceFor(form, request.Declared) is { } impossible) return impossible;

        var now = clock.GetUtcNow();
        var refused = RequestChange.Decide(() => request.Correct(Compare(form, commune, request.Declared, by, now), by, now));
        if (refused is not null) return refused;
        request.RecordMatching(await matcher.MatchAsync(request, ct), now, await profile.TodayAsync(ct), by);
        return await change.SaveAsync(request, Acts.Correct, ct);
    }

    /// <summary>A correction replaces what was declared, it cannot take it away: « je ne sais pas » stays as the structure said it.</summary>
    private static RequestResult.Refused? SentenceFor(CorrectionForm form, Declaration declared)
    {
        if (form.Stage is null && declared.Stage is not null) return new RequestResult.Refused("Form.Stage", "La structure a déclaré une étape\u00A0: choisissez celle qui convient.");
        if (form.SubStage is null && declared.SubStage is not null && form.Stage == declared.Stage) return new RequestResult.Refused("Form.SubStage", "La structure a déclaré une sous-étape\u00A0: choisissez celle qui convient.");
        return null;
    }

    /// <summary>Keeps as corrections only the values that differ from the declaration.</summary>
    private static Correction Compare(CorrectionForm form, LocatedCommune commune, Declaration declared, Author by, DateTimeOffset now)
    {
        var place = commune.Place == declared.Place ? null : commune.Place;
        return new Correction
        {
            Stage = form.Stage == declared.Stage ? null : form.Stage,
            SubStage = form.SubStage == declared.SubStage && form.Stage == declared.Stage ? null : form.SubStage,
            Themes = form.Themes.ToHashSet().SetEquals(declared.Themes) ? null : form.Themes,
            Place = place,
            CommuneName = place is null ? null : commune.Name,
            ById = by.UserId ?? Guid.Empty,
            At = now,
        };
    }
}
