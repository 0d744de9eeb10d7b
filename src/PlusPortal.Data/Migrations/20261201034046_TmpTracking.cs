using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class TmpTracking : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.AddColumn<Guid>(
                name: "follower_id",
                table: "outbox_messages",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "preceded_by_id",
                table: "orientation_requests",
                type: "uuid",
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_request_drafts_preceded_by",
                table: "request_drafts",
                column: "preceded_by_id",
                filter: "preceded_by_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_orientation_requests_preceded_by",
                table: "orientation_requests",
                column: "preceded_by_id",
                filter: "preceded_by_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contact_address_changes_expires_at",
                table: "contact_address_changes",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_contact_address_changes_request",
                table: "contact_address_changes",
                columns: new[] { "request_id", "asked_at" });

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

            migrationBuilder.AddForeignKey(
                name: "fk_orientation_requests_preceded_by",
                table: "orientation_requests",
                column: "preceded_by_id",
                principalTable: "orientation_requests",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_orientation_requests_preceded_by",
                table: "orientation_requests");

            migrationBuilder.DropTable(
                name: "contact_address_changes");

            migrationBuilder.DropTable(
                name: "request_followers");

            migrationBuilder.DropIndex(
                name: "ix_request_drafts_preceded_by",
                table: "request_drafts");

            migrationBuilder.DropIndex(
                name: "ix_orientation_requests_preceded_by",
                table: "orientation_requests");

            migrationBuilder.DropColumn(
                name: "shared_at",
                table: "request_notes");

            migrationBuilder.DropColumn(
                name: "preceded_by_id",
                table: "request_drafts");

            migrationBuilder.DropColumn(
                name: "follower_id",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "preceded_by_id",
                table: "orientation_requests");
        }
    }
}
