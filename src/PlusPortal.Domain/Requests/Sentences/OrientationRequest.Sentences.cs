using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;

namespace PlusPortal.Domain.Requests;

// What an actor that declines, or hands back, tells the structure in its own words.
public sealed partial class OrientationRequest
{
    /// <summary>The structure reads it as it is written: it tells nobody's name, number or private life.</summary>
    private void EnsureSentence(string? sentence)
    {
        if (string.IsNullOrWhiteSpace(sentence)) return;
        if (sentence.Trim().Length > Decline.SentenceLength) throw new DomainRuleException(RuleCode.SentenceTooLong);
        if (SensitiveIn(sentence).Count > 0) throw new DomainRuleException(RuleCode.SensitiveSentence);
    }

    private void WriteSentence(string? sentence, Author by, DateTimeOffset now, Guid referralId)
    {
        if (!string.IsNullOrWhiteSpace(sentence)) notes.Add(new RequestNote(Id, NoteKind.SentenceForStructure, sentence, by, now, referralId));
    }
}
