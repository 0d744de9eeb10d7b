using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class RulesVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "rules_versions",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    base_number = table.Column<int>(type: "integer", nullable: true),
                    values = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_shipped = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rules_versions", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "ix_orientation_requests_submitted_at",
                table: "orientation_requests",
                columns: new[] { "submitted_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_rules_versions_published",
                table: "rules_versions",
                column: "state",
                unique: true,
                filter: "state = 'Published'");

            migrationBuilder.Sql("create trigger tr_rules_versions_notify after insert or update or delete or truncate on rules_versions for each statement execute function notify_change('rules')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "rules_versions");

            migrationBuilder.DropIndex(
                name: "ix_orientation_requests_submitted_at",
                table: "orientation_requests");
        }
    }
}
