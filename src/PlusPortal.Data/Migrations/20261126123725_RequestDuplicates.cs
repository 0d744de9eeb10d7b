using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class RequestDuplicates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "email_key",
                table: "orientation_requests",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true,
                computedColumnSql: "lower(trim(contact_email))",
                stored: true);

            migrationBuilder.AddColumn<string>(
                name: "rna",
                table: "orientation_requests",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true,
                computedColumnSql: "declared ->> 'rna'",
                stored: true);

            migrationBuilder.AddColumn<string>(
                name: "siren",
                table: "orientation_requests",
                type: "character varying(9)",
                maxLength: 9,
                nullable: true,
                computedColumnSql: "declared ->> 'siren'",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_orientation_requests_email",
                table: "orientation_requests",
                columns: new[] { "email_key", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_orientation_requests_rna",
                table: "orientation_requests",
                columns: new[] { "rna", "submitted_at" },
                filter: "rna is not null");

            migrationBuilder.CreateIndex(
                name: "ix_orientation_requests_siren",
                table: "orientation_requests",
                columns: new[] { "siren", "submitted_at" },
                filter: "siren is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_orientation_requests_email",
                table: "orientation_requests");

            migrationBuilder.DropIndex(
                name: "ix_orientation_requests_rna",
                table: "orientation_requests");

            migrationBuilder.DropIndex(
                name: "ix_orientation_requests_siren",
                table: "orientation_requests");

            migrationBuilder.DropColumn(
                name: "email_key",
                table: "orientation_requests");

            migrationBuilder.DropColumn(
                name: "rna",
                table: "orientation_requests");

            migrationBuilder.DropColumn(
                name: "siren",
                table: "orientation_requests");
        }
    }
}
