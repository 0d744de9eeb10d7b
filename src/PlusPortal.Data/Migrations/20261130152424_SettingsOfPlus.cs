using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class SettingsOfPlus : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "profile_changes",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    setting = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    before = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    after = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_profile_changes", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "ix_profile_changes_setting",
                table: "profile_changes",
                columns: new[] { "setting", "number" });

            // Every node is told, as of the rules and the lexicon (docs/adr/0008).
            migrationBuilder.Sql("create trigger tr_profile_changes_notify after insert or update or delete or truncate on profile_changes for each statement execute function notify_change('profile')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "profile_changes");
        }
    }
}
