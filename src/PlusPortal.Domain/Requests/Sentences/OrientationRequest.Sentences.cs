using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;

namespace PlusPortal.Domain.Requests;

// What an actor that declines tells the structure in its own words, and who told staff what an actor says.
public sealed partial class OrientationRequest
{
    /// <summary>Most characters of the name of a person who told staff something.</summary>
    public const int InformantLength = 120;

    /// <summary>Who, of an actor, said what staff note in the same act. Read by staff alone, and gone with the request.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.ReferralNotFound"/>, or <see cref="RuleCode.ReasonRequired"/> when it is empty.</exception>
    public void NoteInformant(Guid referralId, string name, Author by, DateTimeOffset now)
    {
        FindReferral(referralId);
        EnsureText(name);
        notes.Add(new RequestNote(Id, NoteKind.Informant, name, by, now, referralId));
    }

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
