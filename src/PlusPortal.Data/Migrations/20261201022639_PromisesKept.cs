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

            migrationBuilder.CreateIndex(
                name: "ix_orientation_requests_clock",
                table: "orientation_requests",
                columns: new[] { "clock_at", "id" },
                filter: "clock_at is not null");

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
                name: "ix_ladder_reports_referral",
                table: "ladder_reports",
                column: "referral_id");

            migrationBuilder.CreateIndex(
                name: "ix_ladder_reports_request",
                table: "ladder_reports",
                columns: new[] { "request_id", "at" });

            migrationBuilder.Sql(PromisesKeptBackfill.Sql);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "clock_records");

            migrationBuilder.DropTable(
                name: "ladder_reports");

            migrationBuilder.DropIndex(
                name: "ix_orientation_requests_clock",
                table: "orientation_requests");

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
                name: "clock_at",
                table: "orientation_requests");

            migrationBuilder.DropColumn(
                name: "later_satisfaction_on",
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
