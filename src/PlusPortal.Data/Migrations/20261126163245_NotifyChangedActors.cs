using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <summary>
    /// Tells every node which actors changed, or whose offers did: « directory:identifier », so that they read nothing
    /// else. A statement that wrote to more actors than a node reads one by one, and TRUNCATE, tell « directory » alone:
    /// everything is compared then. Triggers need one each for inserts, updates and deletes to see the rows written.
    /// </summary>
    public partial class NotifyChangedActors : Migration
    {
        private static readonly (string Table, string Actor)[] DirectoryTables = [("support_actors", "id"), ("support_offers", "actor_id")];

        private static readonly (string Event, string Rows)[] Events =
        [
            ("insert", "new table as changed"),
            ("update", "old table as former new table as changed"),
            ("delete", "old table as changed"),
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, actor) in DirectoryTables)
            {
                // An offer may move from one actor to another: both are told.
                migrationBuilder.Sql(
                    $"""
                    create function notify_changed_{table}() returns trigger language plpgsql as $$
                    declare
                        actors uuid[];
                    begin
                        if tg_op = 'UPDATE' then
                            actors := array(select {actor} from changed union select {actor} from former limit 501);
                        else
                            actors := array(select distinct {actor} from changed limit 501);
                        end if;
                        if cardinality(actors) > 500 then
                            perform pg_notify('plus_changes', 'directory');
                        else
                            perform pg_notify('plus_changes', 'directory:' || actor) from unnest(actors) as actor;
                        end if;
                        return null;
                    end
                    $$
                    """);
                migrationBuilder.Sql($"drop trigger tr_{table}_notify on {table}");
                migrationBuilder.Sql($"create trigger tr_{table}_notify after truncate on {table} for each statement execute function notify_change('directory')");
                foreach (var (change, rows) in Events)
                {
                    migrationBuilder.Sql(
                        $"create trigger tr_{table}_notify_{change} after {change} on {table} referencing {rows} for each statement execute function notify_changed_{table}()");
                }
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, _) in DirectoryTables)
            {
                foreach (var (change, _) in Events) migrationBuilder.Sql($"drop trigger tr_{table}_notify_{change} on {table}");
                migrationBuilder.Sql($"drop function notify_changed_{table}()");
                migrationBuilder.Sql($"drop trigger tr_{table}_notify on {table}");
                migrationBuilder.Sql(
                    $"create trigger tr_{table}_notify after insert or update or delete or truncate on {table} for each statement execute function notify_change('directory')");
            }
        }
    }
}
