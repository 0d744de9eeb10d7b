using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class Audit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_events");
        }
    }
}
