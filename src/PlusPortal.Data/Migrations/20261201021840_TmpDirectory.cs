using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class TmpDirectory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "reminded_at",
                table: "request_drafts",
                type: "timestamp with time zone",
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
                name: "ix_actor_absences_last_day",
                table: "actor_absences",
                column: "last_day");

            migrationBuilder.CreateIndex(
                name: "ux_actor_absences_days",
                table: "actor_absences",
                columns: new[] { "actor_id", "first_day", "last_day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_week_digests_week",
                table: "week_digests",
                column: "week",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "actor_absences");

            migrationBuilder.DropTable(
                name: "sheet_notices");

            migrationBuilder.DropTable(
                name: "week_digests");

            migrationBuilder.DropIndex(
                name: "ix_request_drafts_untouched",
                table: "request_drafts");

            migrationBuilder.DropIndex(
                name: "ix_referrals_better_actor",
                table: "referrals");

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
                name: "reminded_at",
                table: "request_drafts");
        }
    }
}
