using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class PromisesKept : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "question_asked_on",
                table: "referrals",
                newName: "paused_on");

            migrationBuilder.AddColumn<bool>(
                name: "wants_weekly_summary",
                table: "users",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<int>(
                name: "confirmation_months",
                table: "support_offers",
                type: "integer",
                nullable: false,
                defaultValue: 6);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "resumed_at",
                table: "support_offers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "suspended_for",
                table: "support_offers",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "office_departement",
                table: "support_actors",
                type: "character varying(3)",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "shared_at",
                table: "request_notes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "preceded_by_id",
                table: "request_drafts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "reminded_at",
                table: "request_drafts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "answer_event_number",
                table: "referrals",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "answer_noted_at",
                table: "referrals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "answered_by_id",
                table: "referrals",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "calendar",
                table: "referrals",
                type: "character varying(443)",
                maxLength: 443,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "clock_started_on",
                table: "referrals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "first_contact_due_on",
                table: "referrals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "first_contact_on",
                table: "referrals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_question_open",
                table: "referrals",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "last_call_due_on",
                table: "referrals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "last_news_on",
                table: "referrals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "news_due_on",
                table: "referrals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "outcome_settles_on",
                table: "referrals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "outcome_state",
                table: "referrals",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "pause_ends_on",
                table: "referrals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "starts_on",
                table: "referrals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "previous_status",
                table: "referrals",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "replaced_event_number",
                table: "referrals",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "sent_on",
                table: "referrals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "settles_at",
                table: "referrals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "follower_id",
                table: "outbox_messages",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "clock_at",
                table: "orientation_requests",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "later_satisfaction_on",
                table: "orientation_requests",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "preceded_by_id",
                table: "orientation_requests",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "promised_on",
                table: "orientation_requests",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "status_since_on",
                table: "orientation_requests",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "structure_due_on",
                table: "orientation_requests",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "structure_heard_on",
                table: "orientation_requests",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "task",
                table: "orientation_requests",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "task_on",
                table: "orientation_requests",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "task_referral_id",
                table: "orientation_requests",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "actor_absences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    substitute_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    substitute_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_actor_absences", x => x.id);
                    table.ForeignKey(
                        name: "fk_actor_absences_actor",
                        column: x => x.actor_id,
                        principalTable: "support_actors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "clock_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: true),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clock_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_clock_records_request",
                        column: x => x.request_id,
                        principalTable: "orientation_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contact_address_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_address_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_address_changes_request",
                        column: x => x.request_id,
                        principalTable: "orientation_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contact_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_codes_referral",
                        column: x => x.referral_id,
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ladder_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rung = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    why_not = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    author_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ladder_reports", x => x.id);
                    table.ForeignKey(
                        name: "fk_ladder_reports_request",
                        column: x => x.request_id,
                        principalTable: "orientation_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "request_followers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    email_key = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true, computedColumnSql: "lower(trim(email))", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_request_followers", x => x.id);
                    table.ForeignKey(
                        name: "fk_request_followers_request",
                        column: x => x.request_id,
                        principalTable: "orientation_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "satisfaction_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    moment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    was_called_back = table.Column<bool>(type: "boolean", nullable: false),
                    usefulness = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    comment = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    comment_state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_satisfaction_answers", x => x.id);
                    table.ForeignKey(
                        name: "fk_satisfaction_answers_request",
                        column: x => x.request_id,
                        principalTable: "orientation_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sheet_notices",
                columns: table => new
                {
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    step = table.Column<int>(type: "integer", nullable: false),
                    told_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheet_notices", x => new { x.offer_id, x.due_on, x.step });
                    table.ForeignKey(
                        name: "fk_sheet_notices_offer",
                        column: x => x.offer_id,
                        principalTable: "support_offers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "week_digests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    week = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_week_digests", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_request_drafts_preceded_by",
                table: "request_drafts",
                column: "preceded_by_id",
                filter: "preceded_by_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_request_drafts_untouched",
                table: "request_drafts",
                columns: new[] { "updated_at", "id" },
                filter: "resume_email is not null and reminded_at is null and request_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_better_actor",
                table: "referrals",
                columns: new[] { "better_actor_id", "answered_at", "id" },
                filter: "better_actor_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_orientation_requests_clock",
                table: "orientation_requests",
                columns: new[] { "clock_at", "id" },
                filter: "clock_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_orientation_requests_preceded_by",
                table: "orientation_requests",
                column: "preceded_by_id",
                filter: "preceded_by_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_actor_absences_last_day",
                table: "actor_absences",
                column: "last_day");

            migrationBuilder.CreateIndex(
                name: "ux_actor_absences_days",
                table: "actor_absences",
                columns: new[] { "actor_id", "first_day", "last_day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_clock_records_at",
                table: "clock_records",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_clock_records_of_step",
                table: "clock_records",
                columns: new[] { "step", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_clock_records_outcome",
                table: "clock_records",
                columns: new[] { "outcome", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_clock_records_step",
                table: "clock_records",
                columns: new[] { "request_id", "referral_id", "step", "since", "number" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_contact_address_changes_expires_at",
                table: "contact_address_changes",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_contact_address_changes_request",
                table: "contact_address_changes",
                columns: new[] { "request_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_codes_expires_at",
                table: "contact_codes",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_contact_codes_referral",
                table: "contact_codes",
                columns: new[] { "referral_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_ladder_reports_referral",
                table: "ladder_reports",
                column: "referral_id");

            migrationBuilder.CreateIndex(
                name: "ix_ladder_reports_request",
                table: "ladder_reports",
                columns: new[] { "request_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_request_followers_email",
                table: "request_followers",
                column: "email_key",
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_request_followers_invited",
                table: "request_followers",
                column: "expires_at",
                filter: "joined_at is null and ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_request_followers_request",
                table: "request_followers",
                columns: new[] { "request_id", "invited_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_satisfaction_answers_to_read",
                table: "satisfaction_answers",
                columns: new[] { "at", "id" },
                filter: "comment_state = 'ToRead'");

            migrationBuilder.CreateIndex(
                name: "ux_satisfaction_answers_moment",
                table: "satisfaction_answers",
                columns: new[] { "request_id", "round", "moment" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_week_digests_week",
                table: "week_digests",
                column: "week",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_orientation_requests_preceded_by",
                table: "orientation_requests",
                column: "preceded_by_id",
                principalTable: "orientation_requests",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.Sql(PromisesKeptBackfill.Sql);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_orientation_requests_preceded_by",
                table: "orientation_requests");

            migrationBuilder.DropTable(
                name: "actor_absences");

            migrationBuilder.DropTable(
                name: "clock_records");

            migrationBuilder.DropTable(
                name: "contact_address_changes");

            migrationBuilder.DropTable(
                name: "contact_codes");

            migrationBuilder.DropTable(
                name: "ladder_reports");

            migrationBuilder.DropTable(
                name: "request_followers");

            migrationBuilder.DropTable(
                name: "satisfaction_answers");

            migrationBuilder.DropTable(
                name: "sheet_notices");

            migrationBuilder.DropTable(
                name: "week_digests");

            migrationBuilder.DropIndex(
                name: "ix_request_drafts_preceded_by",
                table: "request_drafts");

            migrationBuilder.DropIndex(
                name: "ix_request_drafts_untouched",
                table: "request_drafts");

            migrationBuilder.DropIndex(
                name: "ix_referrals_better_actor",
                table: "referrals");

            migrationBuilder.DropIndex(
                name: "ix_orientation_requests_clock",
                table: "orientation_requests");

            migrationBuilder.DropIndex(
                name: "ix_orientation_requests_preceded_by",
                table: "orientation_requests");

            migrationBuilder.DropColumn(
                name: "wants_weekly_summary",
                table: "users");

            migrationBuilder.DropColumn(
                name: "confirmation_months",
                table: "support_offers");

            migrationBuilder.DropColumn(
                name: "resumed_at",
                table: "support_offers");

            migrationBuilder.DropColumn(
                name: "suspended_for",
                table: "support_offers");

            migrationBuilder.DropColumn(
                name: "office_departement",
                table: "support_actors");

            migrationBuilder.DropColumn(
                name: "shared_at",
                table: "request_notes");

            migrationBuilder.DropColumn(
                name: "preceded_by_id",
                table: "request_drafts");

            migrationBuilder.DropColumn(
                name: "reminded_at",
                table: "request_drafts");

            migrationBuilder.DropColumn(
                name: "answer_event_number",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "answer_noted_at",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "answered_by_id",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "calendar",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "clock_started_on",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "first_contact_due_on",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "first_contact_on",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "is_question_open",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "last_call_due_on",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "last_news_on",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "news_due_on",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "outcome_settles_on",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "outcome_state",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "pause_ends_on",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "starts_on",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "previous_status",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "replaced_event_number",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "sent_on",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "settles_at",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "follower_id",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "clock_at",
                table: "orientation_requests");

            migrationBuilder.DropColumn(
                name: "later_satisfaction_on",
                table: "orientation_requests");

            migrationBuilder.DropColumn(
                name: "preceded_by_id",
                table: "orientation_requests");

            migrationBuilder.DropColumn(
                name: "promised_on",
                table: "orientation_requests");

            migrationBuilder.DropColumn(
                name: "status_since_on",
                table: "orientation_requests");

            migrationBuilder.DropColumn(
                name: "structure_due_on",
                table: "orientation_requests");

            migrationBuilder.DropColumn(
                name: "structure_heard_on",
                table: "orientation_requests");

            migrationBuilder.DropColumn(
                name: "task",
                table: "orientation_requests");

            migrationBuilder.DropColumn(
                name: "task_on",
                table: "orientation_requests");

            migrationBuilder.DropColumn(
                name: "task_referral_id",
                table: "orientation_requests");

            migrationBuilder.RenameColumn(
                name: "paused_on",
                table: "referrals",
                newName: "question_asked_on");
        }
    }
}
