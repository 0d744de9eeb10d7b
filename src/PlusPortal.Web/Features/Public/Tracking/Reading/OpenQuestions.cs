using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;

namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>Which question waits for the structure.</summary>
internal static class OpenQuestions
{
    extension(IEnumerable<RequestNote> notes)
    {
        /// <summary>The last question of PLUS (no referral) or of an actor.</summary>
        public RequestNote? LastQuestion(Guid? referralId)
        {
            var kind = referralId is null ? NoteKind.QuestionToStructure : NoteKind.QuestionFromPartner;
            return notes.Where(note => note.Kind == kind && note.ReferralId == referralId).MaxBy(note => (note.At, note.Id));
        }
    }
}
