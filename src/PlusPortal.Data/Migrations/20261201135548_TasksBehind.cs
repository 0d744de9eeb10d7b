using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class TasksBehind : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "unmet_on",
                table: "referrals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "tasks_behind",
                table: "orientation_requests",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            // What structures had said already.
            migrationBuilder.Sql(
                """
                update referrals set unmet_on = said."on"
                from (
                    select distinct on (referral_id) referral_id, rung, "on" from ladder_reports
                    where side = 'Structure' and rung in ('DealtWith', 'DealtWithInPart', 'NotDealtWith')
                    order by referral_id, at desc, id desc) as said
                where said.referral_id = referrals.id and said.rung = 'NotDealtWith' and not (said."on" < referrals.clock_started_on);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "unmet_on",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "tasks_behind",
                table: "orientation_requests");
        }
    }
}
