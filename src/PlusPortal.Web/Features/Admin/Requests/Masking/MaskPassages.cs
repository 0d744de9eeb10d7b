using Microsoft.Extensions.Options;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Shared.Matching;

namespace PlusPortal.Web.Features.Admin.Requests.Masking;

/// <summary>Masks passages, or leaves proposed ones with a reason; what the matcher says of the masked text is stored in the same save.</summary>
public sealed class MaskPassages(RequestChange change, RequestMatcher matcher, IOptions<MaskingOptions> options, TimeProvider clock)
{
    private const int MostQuoted = 3;

    /// <summary>Does what the form says.</summary>
    public async Task<RequestResult> ExecuteAsync(string reference, Seen seen, MaskingForm form, Author by, CancellationToken ct)
    {
        var request = await change.FindWithNotesAsync(reference, ct);
        if (request is null) return new RequestResult.NotFound();
        if (seen.ConflictsWith(request)) return new RequestResult.Conflict();

        var missing = form.OtherPassages.Where(passage => request.PlacesOf(passage, form.InStructureName).Count == 0).ToList();
        if (missing.Count > 0) return new RequestResult.Refused("Form.Others", SentenceFor(missing));

        var waiting = request.PassagesToDecide().ToDictionary(passage => passage.Key);
        var decided = form.Proposed.Where(line => line is { Key: not null, Choice: not null }).ToList();
        if (decided.Exists(line => !waiting.ContainsKey(line.Key!))) return new RequestResult.Refused("", "Un des passages choisis n’est plus proposé\u00A0: rien n’a changé. Relisez ceux qui le sont, puis enregistrez.");
        List<(string Text, string Reason)> left = [.. decided.Where(line => line.Choice == ProposedLine.Leave).Select(line => (waiting[line.Key!].Text, line.Reason!))];
        List<string> masked = [.. decided.Where(line => line.Choice == ProposedLine.Mask).Select(line => waiting[line.Key!].Text), .. form.OtherPassages];
        if (left.Count + masked.Count == 0) return new RequestResult.Refused("", "Rien n’est choisi\u00A0: rien n’a changé.");

        var now = clock.GetUtcNow();
        var refused = RequestChange.Decide(() =>
        {
            if (left.Count > 0) request.LeavePassages(left, by, now);
            if (masked.Count > 0) request.MaskPassages(new MaskOrder { Passages = masked, InStructureName = form.InStructureName, KeepsOriginals = options.Value.KeepOriginals }, by, now);
        });
        if (refused is not null) return refused;
        if (masked.Count > 0) request.ReplaceMatching(await matcher.MatchAsync(request, ct), now);
        return await change.SaveAsync(request, masked.Count > 0 ? Acts.MaskPassages : Acts.LeavePassages, ct);
    }

    private static string SentenceFor(List<string> missing)
    {
        var quoted = string.Join(", ", missing.Take(MostQuoted).Select(passage => $"«\u00A0{passage}\u00A0»"));
        return missing.Exists(passage => !PassageMask.IsLongEnough(passage))
            ? $"Un passage compte au moins deux lettres ou chiffres. Complétez ou retirez\u00A0: {quoted}. Rien n’a été masqué."
            : $"Aucun texte de la demande ne contient {quoted}. Copiez le passage depuis le texte, en mots entiers, une ligne par passage. Rien n’a été masqué.";
    }
}
