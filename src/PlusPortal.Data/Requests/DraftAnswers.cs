using System.Text.Json;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;

namespace PlusPortal.Data.Requests;

/// <summary>The answers of a draft, in and out of its JSON.</summary>
public static class DraftAnswers
{
    private static readonly JsonSerializerOptions Options = new(JsonColumns.Options) { IgnoreReadOnlyProperties = true };

    /// <summary>Answers without anything in them, as JSON.</summary>
    public static string Empty { get; } = JsonSerializer.Serialize(new OrientationAnswers(), Options);

    extension(RequestDraft draft)
    {
        /// <summary>Answers given so far.</summary>
        public OrientationAnswers ReadAnswers() => JsonSerializer.Deserialize<OrientationAnswers>(draft.Answers, Options) ?? new OrientationAnswers();

        /// <summary>Replaces the answers; the draft lives on from now.</summary>
        public void Keep(OrientationAnswers answers, DateTimeOffset now)
        {
            draft.Answers = JsonSerializer.Serialize(answers, Options);
            draft.SchemaVersion = OrientationAnswers.SchemaVersion;
            draft.UpdatedAt = now;
            draft.ExpiresAt = now.AddDays(RequestDraft.LifetimeDays);
        }

        /// <summary>The draft became a request: its answers are in there, and only there. The row stays until it expires, for the confirmation page and the second click.</summary>
        public void MarkSubmitted(Guid requestId, DateTimeOffset now)
        {
            draft.RequestId = requestId;
            draft.Answers = Empty;
            draft.ResumeEmail = null;
            draft.UpdatedAt = now;
            draft.ExpiresAt = now.AddDays(RequestDraft.LifetimeDays);
        }
    }
}
