using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <summary>
    /// Tells every node when the directory changes: triggers, so that no writer can forget it, imports and repairs by
    /// hand included; once a statement, and PostgreSQL sends equal messages of one transaction once, at its commit.
    /// Another table joins with a trigger on the same function and a topic of its own.
    /// </summary>
    public partial class NotifyChanges : Migration
    {
        private static readonly string[] DirectoryTables = ["support_actors", "support_offers"];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                create function notify_change() returns trigger language plpgsql as $$
                begin
                    perform pg_notify('plus_changes', tg_argv[0]);
                    return null;
                end
                $$
                """);
            foreach (var table in DirectoryTables)
            {
                migrationBuilder.Sql(
                    $"create trigger tr_{table}_notify after insert or update or delete or truncate on {table} for each statement execute function notify_change('directory')");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in DirectoryTables) migrationBuilder.Sql($"drop trigger tr_{table}_notify on {table}");
            migrationBuilder.Sql("drop function notify_change()");
        }
    }
}
