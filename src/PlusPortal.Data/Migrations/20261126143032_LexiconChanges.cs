using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class LexiconChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "lexicon_changes",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    pattern = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    weight = table.Column<int>(type: "integer", nullable: false),
                    is_problem = table.Column<bool>(type: "boolean", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lexicon_changes", x => x.number);
                });

            migrationBuilder.CreateIndex(
                name: "ix_lexicon_changes_phrase",
                table: "lexicon_changes",
                columns: new[] { "kind", "code", "pattern", "number" });

            migrationBuilder.Sql("create trigger tr_lexicon_changes_notify after insert or update or delete or truncate on lexicon_changes for each statement execute function notify_change('lexicon')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "lexicon_changes");
        }
    }
}
