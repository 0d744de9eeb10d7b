using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class LimitCounters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "limit_counters",
                columns: table => new
                {
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    window_start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_limit_counters", x => new { x.purpose, x.subject, x.window_start });
                });

            migrationBuilder.CreateIndex(
                name: "ix_limit_counters_window_start",
                table: "limit_counters",
                column: "window_start");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "limit_counters");
        }
    }
}
