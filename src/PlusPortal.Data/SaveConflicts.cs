using Microsoft.EntityFrameworkCore;
using Npgsql;
using PlusPortal.Data.Lexicon;
using PlusPortal.Data.Rules;

namespace PlusPortal.Data;

/// <summary>Tells a lost race from any other failure to save.</summary>
public static class SaveConflicts
{
    internal const string TextVersionKey = "pk_site_text_versions";

    extension(DbUpdateException exception)
    {
        /// <summary>
        /// Whether somebody else saved the same request, text, rules or lexicon first. EF sees it on the version of the root row; when both
        /// writers run at the very same time, the number of the event or version, or the key of the e-mail, may collide before.
        /// </summary>
        public bool IsLostRace => exception is DbUpdateConcurrencyException
            || exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_timeline_events" or "ux_outbox_messages_key" or TextVersionKey or LexiconQueries.NumberConstraint or RulesQueries.NumberConstraint or RulesQueries.PublishedConstraint };
    }
}
