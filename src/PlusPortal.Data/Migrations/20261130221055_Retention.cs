using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <summary>The terms of what is kept how long, what the runs did, and accounts of which nobody is left.</summary>
    public partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "anonymised_at",
                table: "users",
                type: "timestamp with time zone",
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_to_blank",
                table: "outbox_messages",
                column: "created_at",
                filter: "recipient is not null or last_error is not null");

            migrationBuilder.CreateIndex(
                name: "ix_retention_reports_at",
                table: "retention_reports",
                columns: new[] { "at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "retention_reports");

            migrationBuilder.DropTable(
                name: "retention_terms");

            migrationBuilder.DropIndex(
                name: "ix_outbox_messages_to_blank",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "anonymised_at",
                table: "users");
        }
    }
}
