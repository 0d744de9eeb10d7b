namespace PlusPortal.Data.Privacy;

/// <summary>
/// What every column of the database that holds text says of people: the one list. A column without a mark fails a test,
/// and whatever is personal of a request is looked for after an erasure.
/// </summary>
public static class ColumnMarks
{
    /// <summary>One mark a column: text, lists of text, and JSON.</summary>
    public static IReadOnlyList<ColumnMark> All { get; } =
    [
        new("data_protection_keys", "friendly_name", ColumnPrivacy.Impersonal, "the name of a key"),
        new("data_protection_keys", "xml", ColumnPrivacy.Impersonal, "a key, locked by a certificate"),

        new("roles", "concurrency_stamp", ColumnPrivacy.Impersonal, "a random mark of the row"),
        new("roles", "name", ColumnPrivacy.Impersonal, "the name of a role"),
        new("roles", "normalized_name", ColumnPrivacy.Impersonal, "the name of a role"),

        new("role_claims", "claim_type", ColumnPrivacy.Impersonal, "unused, and about roles"),
        new("role_claims", "claim_value", ColumnPrivacy.Impersonal, "unused, and about roles"),

        new("user_claims", "claim_type", ColumnPrivacy.Impersonal, "the kind of a claim"),
        new("user_claims", "claim_value", ColumnPrivacy.Mixed, "what a claim says of an account"),

        new("user_logins", "login_provider", ColumnPrivacy.Impersonal, "the name of a service"),
        new("user_logins", "provider_key", ColumnPrivacy.Personal, "an account at another service"),
        new("user_logins", "provider_display_name", ColumnPrivacy.Impersonal, "the name of a service"),

        new("user_tokens", "login_provider", ColumnPrivacy.Impersonal, "the name of a service"),
        new("user_tokens", "name", ColumnPrivacy.Impersonal, "the kind of a secret"),
        new("user_tokens", "value", ColumnPrivacy.Personal, "a secret of an account"),

        new("user_passkeys", "data", ColumnPrivacy.Personal, "a passkey of an account, with the name that its owner gave it"),

        new("sessions", "client", ColumnPrivacy.Personal, "the network of somebody who is signed in"),
        new("sessions", "factor", ColumnPrivacy.Impersonal, "the kind of a second factor"),
        new("sessions", "stamp", ColumnPrivacy.Impersonal, "a random mark"),

        new("users", "concurrency_stamp", ColumnPrivacy.Impersonal, "a random mark of the row"),
        new("users", "display_name", ColumnPrivacy.Personal, "the name of a person with an account"),
        new("users", "email", ColumnPrivacy.Personal, "its address"),
        new("users", "folded_name", ColumnPrivacy.Personal, "its name, to be searched"),
        new("users", "normalized_email", ColumnPrivacy.Personal, "its address"),
        new("users", "normalized_user_name", ColumnPrivacy.Personal, "its address"),
        new("users", "password_hash", ColumnPrivacy.Personal, "a secret of an account"),
        new("users", "phone_number", ColumnPrivacy.Personal, "a telephone number, never filled"),
        new("users", "security_stamp", ColumnPrivacy.Impersonal, "a random mark"),
        new("users", "user_name", ColumnPrivacy.Personal, "its address"),

        new("communes", "code", ColumnPrivacy.Impersonal, "the official geography"),
        new("communes", "departement", ColumnPrivacy.Impersonal, "the official geography"),
        new("communes", "epci", ColumnPrivacy.Impersonal, "the official geography"),
        new("communes", "name", ColumnPrivacy.Impersonal, "the official geography"),
        new("communes", "postal_codes", ColumnPrivacy.Impersonal, "the official geography"),
        new("communes", "region", ColumnPrivacy.Impersonal, "the official geography"),
        new("communes", "search_name", ColumnPrivacy.Impersonal, "the official geography"),

        new("departements", "code", ColumnPrivacy.Impersonal, "the official geography"),
        new("departements", "name", ColumnPrivacy.Impersonal, "the official geography"),
        new("departements", "region", ColumnPrivacy.Impersonal, "the official geography"),

        new("epcis", "code", ColumnPrivacy.Impersonal, "the official geography"),
        new("epcis", "name", ColumnPrivacy.Impersonal, "the official geography"),

        new("former_communes", "code", ColumnPrivacy.Impersonal, "the official geography"),
        new("former_communes", "kind", ColumnPrivacy.Impersonal, "the official geography"),
        new("former_communes", "name", ColumnPrivacy.Impersonal, "the official geography"),
        new("former_communes", "search_name", ColumnPrivacy.Impersonal, "the official geography"),
        new("former_communes", "successor_code", ColumnPrivacy.Impersonal, "the official geography"),

        new("reference_data_versions", "name", ColumnPrivacy.Impersonal, "a set of reference data"),
        new("reference_data_versions", "version", ColumnPrivacy.Impersonal, "its version"),

        new("regions", "code", ColumnPrivacy.Impersonal, "the official geography"),
        new("regions", "name", ColumnPrivacy.Impersonal, "the official geography"),

        new("job_runs", "job", ColumnPrivacy.Impersonal, "the code of a job"),
        new("job_runs", "counts", ColumnPrivacy.Impersonal, "figures of a run"),
        new("job_runs", "failure", ColumnPrivacy.Impersonal, "the kind of a failure"),
        new("job_runs", "state", ColumnPrivacy.Impersonal, "a state of the portal"),

        new("limit_counters", "purpose", ColumnPrivacy.Impersonal, "what is counted; for whom is a hash"),

        new("access_links", "purpose", ColumnPrivacy.Impersonal, "what a link opens; its secret is a hash"),

        new("audit_events", "area", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("audit_events", "client", ColumnPrivacy.Personal, "the network of whoever did it, without the last part of its address"),
        new("audit_events", "kind", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("audit_events", "route", ColumnPrivacy.Impersonal, "the pattern of a route, never a path"),
        new("audit_events", "target", ColumnPrivacy.Impersonal, "an identifier or a code, never what was typed"),
        new("audit_events", "target_kind", ColumnPrivacy.Impersonal, "a code of a closed list"),

        new("retention_reports", "lines", ColumnPrivacy.Impersonal, "rules and figures"),

        new("retention_terms", "name", ColumnPrivacy.Impersonal, "the name of a term"),

        new("outbox_messages", "deduplication_key", ColumnPrivacy.Impersonal, "a kind, an identifier, a number"),
        new("outbox_messages", "kind", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("outbox_messages", "last_error", ColumnPrivacy.Mixed, "what a mail server answered, which may quote an address in spite of us"),
        new("outbox_messages", "recipient", ColumnPrivacy.Personal, "the address of whoever was erased, until the receipt has left"),
        new("outbox_messages", "state", ColumnPrivacy.Impersonal, "a state of the portal"),

        new("erasures", "kind", ColumnPrivacy.Impersonal, "a code of a closed list"),

        new("transmissions", "channel", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("transmissions", "fields", ColumnPrivacy.Impersonal, "codes of facts, never their values"),
        new("transmissions", "moment", ColumnPrivacy.Impersonal, "a code of a closed list"),

        new("request_drafts", "answers", ColumnPrivacy.Personal, "a request being written"),
        new("request_drafts", "resume_email", ColumnPrivacy.Personal, "an address that somebody typed"),

        new("offer_revisions", "content", ColumnPrivacy.Mixed, "what an actor offers, which may name whom to call"),
        new("offer_revisions", "reason", ColumnPrivacy.Mixed, "why staff returned it, in their words"),
        new("offer_revisions", "state", ColumnPrivacy.Impersonal, "a state of the portal"),

        new("sheet_reports", "text", ColumnPrivacy.Mixed, "what a reader wrote about the directory"),

        new("actor_absences", "substitute_email", ColumnPrivacy.Mixed, "where somebody answers for an actor during an absence"),
        new("actor_absences", "substitute_name", ColumnPrivacy.Mixed, "who answers for an actor during an absence"),

        new("week_digests", "week", ColumnPrivacy.Impersonal, "a week"),

        new("support_actors", "circle", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("support_actors", "contact_email", ColumnPrivacy.Mixed, "where an organisation answers, which may be somebody’s address"),
        new("support_actors", "description", ColumnPrivacy.Impersonal, "public words about an organisation"),
        new("support_actors", "edited_fields", ColumnPrivacy.Impersonal, "names of columns"),
        new("support_actors", "editor_note", ColumnPrivacy.Mixed, "a note of staff about an organisation"),
        new("support_actors", "folded_name", ColumnPrivacy.Impersonal, "the public name, to be searched"),
        new("support_actors", "import_key", ColumnPrivacy.Impersonal, "a key of the directory"),
        new("support_actors", "kind", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("support_actors", "name", ColumnPrivacy.Impersonal, "the public name of an organisation"),
        new("support_actors", "office_departement", ColumnPrivacy.Impersonal, "a code of the official geography"),
        new("support_actors", "source_confidence", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("support_actors", "source_urls", ColumnPrivacy.Impersonal, "public addresses"),
        new("support_actors", "verification", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("support_actors", "website", ColumnPrivacy.Impersonal, "a public address"),

        new("support_offers", "capacity", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("support_offers", "content", ColumnPrivacy.Mixed, "what an actor offers, which may name whom to call"),
        new("support_offers", "import_key", ColumnPrivacy.Impersonal, "a key of the directory"),
        new("support_offers", "state", ColumnPrivacy.Impersonal, "a state of the portal"),
        new("support_offers", "suspended_for", ColumnPrivacy.Impersonal, "a code of the portal"),

        new("lexicon_changes", "code", ColumnPrivacy.Impersonal, "the code of a phrase list"),
        new("lexicon_changes", "kind", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("lexicon_changes", "pattern", ColumnPrivacy.Impersonal, "a phrase of the lexicon"),
        new("lexicon_changes", "reason", ColumnPrivacy.Mixed, "why, in the words of staff"),

        new("rules_versions", "reason", ColumnPrivacy.Mixed, "why, in the words of staff"),
        new("rules_versions", "state", ColumnPrivacy.Impersonal, "a state of the portal"),
        new("rules_versions", "values", ColumnPrivacy.Impersonal, "weights of the matcher"),

        new("address_changes", "new_email", ColumnPrivacy.Personal, "an address of an account"),
        new("address_changes", "old_email", ColumnPrivacy.Personal, "an address of an account"),
        new("address_changes", "state", ColumnPrivacy.Impersonal, "a state of the portal"),

        new("factor_resets", "identity_check", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("factor_resets", "note", ColumnPrivacy.Mixed, "what an administrator noted about a colleague"),

        new("invitations", "display_name", ColumnPrivacy.Personal, "who is invited"),
        new("invitations", "email", ColumnPrivacy.Personal, "where the invitation goes"),
        new("invitations", "normalized_email", ColumnPrivacy.Personal, "where the invitation goes"),
        new("invitations", "role", ColumnPrivacy.Impersonal, "a code of a closed list"),

        new("profile_changes", "after", ColumnPrivacy.Mixed, "a setting of PLUS, which may be the address of a colleague"),
        new("profile_changes", "before", ColumnPrivacy.Mixed, "a setting of PLUS, which may be the address of a colleague"),
        new("profile_changes", "setting", ColumnPrivacy.Impersonal, "a code of a closed list"),

        new("orientation_requests", "closing_reason", ColumnPrivacy.Impersonal, "kept for statistics"),
        new("orientation_requests", "commune_code", ColumnPrivacy.Impersonal, "kept for statistics"),
        new("orientation_requests", "consent_text_version", ColumnPrivacy.Impersonal, "the version of a public text"),
        new("orientation_requests", "correction", ColumnPrivacy.Mixed, "codes, and who corrected"),
        new("orientation_requests", "declared", ColumnPrivacy.Personal, "what a structure declared"),
        new("orientation_requests", "departement", ColumnPrivacy.Impersonal, "kept for statistics"),
        new("orientation_requests", "email_key", ColumnPrivacy.Personal, "the address, to find duplicates"),
        new("orientation_requests", "masks", ColumnPrivacy.Personal, "passages that staff left, with the reason, and originals where they are kept"),
        new("orientation_requests", "matching", ColumnPrivacy.Personal, "an explanation that speaks of the need"),
        new("orientation_requests", "origin", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("orientation_requests", "reference", ColumnPrivacy.Impersonal, "a number that people read aloud"),
        new("orientation_requests", "rna", ColumnPrivacy.Personal, "the number of an association"),
        new("orientation_requests", "signal_codes", ColumnPrivacy.Mixed, "codes that say something of a person: distress, sensitive data"),
        new("orientation_requests", "siren", ColumnPrivacy.Personal, "the number of a structure"),
        new("orientation_requests", "stage", ColumnPrivacy.Impersonal, "kept for statistics"),
        new("orientation_requests", "status", ColumnPrivacy.Impersonal, "a state of the portal"),
        new("orientation_requests", "sub_stage", ColumnPrivacy.Impersonal, "kept for statistics"),
        new("orientation_requests", "summary", ColumnPrivacy.Personal, "what PLUS wrote of the need"),
        new("orientation_requests", "themes", ColumnPrivacy.Impersonal, "kept for statistics"),
        new("orientation_requests", "transmission_rule", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("orientation_requests", "waits_for", ColumnPrivacy.Impersonal, "a state of the portal"),
        new("orientation_requests", "contact_channel", ColumnPrivacy.Personal, "how somebody wants to be reached"),
        new("orientation_requests", "contact_email", ColumnPrivacy.Personal, "the address of a person"),
        new("orientation_requests", "contact_name", ColumnPrivacy.Personal, "its name"),
        new("orientation_requests", "contact_phone", ColumnPrivacy.Personal, "its telephone"),
        new("orientation_requests", "contact_slot", ColumnPrivacy.Personal, "when it wants to be called"),

        new("clock_records", "outcome", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("clock_records", "step", ColumnPrivacy.Impersonal, "a code of a closed list"),

        new("ladder_reports", "author_kind", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("ladder_reports", "channel", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("ladder_reports", "rung", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("ladder_reports", "side", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("ladder_reports", "why_not", ColumnPrivacy.Impersonal, "a code of a closed list"),

        new("referrals", "calendar", ColumnPrivacy.Impersonal, "the office and the absences of an actor, without a name"),
        new("referrals", "outcome_state", ColumnPrivacy.Impersonal, "a state of the portal"),
        new("referrals", "previous_status", ColumnPrivacy.Impersonal, "a state of the portal"),
        new("orientation_requests", "task", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("orientation_requests", "tasks_behind", ColumnPrivacy.Impersonal, "codes of a closed list, identifiers and days"),
        new("referrals", "decline_reason", ColumnPrivacy.Impersonal, "kept for statistics"),
        new("referrals", "referral_outcome", ColumnPrivacy.Impersonal, "kept for statistics"),
        new("referrals", "role", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("referrals", "status", ColumnPrivacy.Impersonal, "a state of the portal"),

        new("request_followers", "email", ColumnPrivacy.Personal, "the address of somebody who follows a request"),
        new("request_followers", "email_key", ColumnPrivacy.Personal, "the same, to find a lost link"),
        new("request_followers", "name", ColumnPrivacy.Personal, "its name"),

        new("contact_address_changes", "email", ColumnPrivacy.Personal, "another address of a person, to be proven"),

        new("satisfaction_answers", "comment", ColumnPrivacy.Personal, "what somebody wrote"),
        new("satisfaction_answers", "comment_state", ColumnPrivacy.Impersonal, "a state of the portal"),
        new("satisfaction_answers", "moment", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("satisfaction_answers", "result", ColumnPrivacy.Impersonal, "kept for statistics"),
        new("satisfaction_answers", "usefulness", ColumnPrivacy.Impersonal, "kept for statistics"),

        new("request_notes", "author_kind", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("request_notes", "kind", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("request_notes", "text", ColumnPrivacy.Personal, "what somebody wrote"),

        new("timeline_events", "author_kind", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("timeline_events", "channel", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("timeline_events", "kind", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("timeline_events", "reason_code", ColumnPrivacy.Impersonal, "a code that says why"),
        new("timeline_events", "status_after", ColumnPrivacy.Impersonal, "a state of the portal"),

        new("site_texts", "code", ColumnPrivacy.Impersonal, "a code of a closed list"),

        new("site_text_versions", "code", ColumnPrivacy.Impersonal, "a code of a closed list"),
        new("site_text_versions", "markdown", ColumnPrivacy.Impersonal, "a public text"),
        new("site_text_versions", "reason", ColumnPrivacy.Mixed, "why, in the words of staff"),
        new("site_text_versions", "title", ColumnPrivacy.Impersonal, "the title of a public text"),
    ];
}
