using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PlusPortal.Data;

/// <summary>Tells a conflict from any other failure to save.</summary>
public static class SaveConflicts
{
    /// <summary>Key of the versions of a text: two people who publish at once would take the same number.</summary>
    internal const string TextVersionKey = "pk_site_text_versions";

    /// <summary>Key of the changes of the lexicon: likewise.</summary>
    internal const string LexiconChangeKey = "pk_lexicon_changes";

    /// <summary>Key of the changes of the settings of PLUS: likewise.</summary>
    internal const string ProfileChangeKey = "pk_profile_changes";

    /// <summary>Key of the versions of the rules: likewise.</summary>
    internal const string RulesVersionKey = "pk_rules_versions";

    /// <summary>One version of the rules at most is in force.</summary>
    internal const string RulesInForce = "ux_rules_versions_published";

    /// <summary>One invitation of an address to one place is open.</summary>
    public const string OpenInvitation = "ux_invitations_open";

    /// <summary>A structure says once at each moment what came of its request.</summary>
    public const string SatisfactionMoment = "ux_satisfaction_answers_moment";

    /// <summary>A transmission of contact details bears the key of its referral: it is recorded once.</summary>
    public const string TransmissionKey = "pk_transmissions";

    extension(DbUpdateException exception)
    {
        /// <summary>
        /// Whether somebody else saved the same request, text, rules, lexicon or settings first. EF sees it on the version of the root row; when both
        /// writers run at the very same time, the number of the event or version, or the key of the e-mail, may collide before.
        /// </summary>
        public bool IsConflict => exception is DbUpdateConcurrencyException
            || exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_timeline_events" or "ux_outbox_messages_key" or "ux_clock_records_step" or TextVersionKey or LexiconChangeKey or ProfileChangeKey or RulesVersionKey or RulesInForce };

        /// <summary>Whether the save broke that unique index: somebody else was quicker.</summary>
        public bool Breaks(string index) => exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } broken && broken.ConstraintName == index;
    }
}
