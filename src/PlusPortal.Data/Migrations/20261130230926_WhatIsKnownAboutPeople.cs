using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <summary>Masks, transmissions, erasures, terms and reports of the retention, and the audit.</summary>
    public partial class WhatIsKnownAboutPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "anonymised_at",
                table: "users",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "recipient",
                table: "outbox_messages",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "anonymised_at",
                table: "orientation_requests",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "masks",
                table: "orientation_requests",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "audit_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    client = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    route = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    target_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    target = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    request_id = table.Column<Guid>(type: "uuid", nullable: true),
                    times = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasures", x => x.subject_id);
                });

            migrationBuilder.CreateTable(
                name: "erasures_recorded",
                columns: table => new
                {
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasures_recorded", x => x.subject_id);
                });

            migrationBuilder.CreateTable(
                name: "retention_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lines = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "retention_terms",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_terms", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "transmissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    moment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fields = table.Column<string[]>(type: "character varying(40)[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transmissions", x => x.id);
                    table.ForeignKey(
                        name: "fk_transmissions_request",
                        column: x => x.request_id,
                        principalTable: "orientation_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_to_blank",
                table: "outbox_messages",
                column: "created_at",
                filter: "recipient is not null or last_error is not null");

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_actor",
                table: "audit_events",
                columns: new[] { "actor_id", "at", "id" },
                filter: "actor_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_area",
                table: "audit_events",
                columns: new[] { "area", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_at",
                table: "audit_events",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_client",
                table: "audit_events",
                columns: new[] { "client", "at", "id" },
                filter: "client is not null");

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_kind",
                table: "audit_events",
                columns: new[] { "kind", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_request",
                table: "audit_events",
                columns: new[] { "request_id", "at", "id" },
                filter: "request_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_target",
                table: "audit_events",
                columns: new[] { "target", "at", "id" },
                filter: "target is not null");

            migrationBuilder.CreateIndex(
                name: "ix_erasures_at",
                table: "erasures",
                columns: new[] { "at", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_retention_reports_at",
                table: "retention_reports",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_transmissions_request",
                table: "transmissions",
                columns: new[] { "request_id", "at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_events");

            migrationBuilder.DropTable(
                name: "erasures");

            migrationBuilder.DropTable(
                name: "erasures_recorded");

            migrationBuilder.DropTable(
                name: "retention_reports");

            migrationBuilder.DropTable(
                name: "retention_terms");

            migrationBuilder.DropTable(
                name: "transmissions");

            migrationBuilder.DropIndex(
                name: "ix_outbox_messages_to_blank",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "anonymised_at",
                table: "users");

            migrationBuilder.DropColumn(
                name: "recipient",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "anonymised_at",
                table: "orientation_requests");

            migrationBuilder.DropColumn(
                name: "masks",
                table: "orientation_requests");
        }
    }
}
