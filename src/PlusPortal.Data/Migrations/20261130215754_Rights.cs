using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class Rights : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "recipient",
                table: "outbox_messages",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "anonymised_at",
                table: "orientation_requests",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasures", x => x.subject_id);
                });

            migrationBuilder.CreateTable(
                name: "erasures_recorded",
                columns: table => new
                {
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasures_recorded", x => x.subject_id);
                });

            migrationBuilder.CreateTable(
                name: "transmissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    moment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fields = table.Column<string[]>(type: "character varying(40)[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_transmissions", x => x.id);
                    table.ForeignKey(
                        name: "fk_transmissions_request",
                        column: x => x.request_id,
                        principalTable: "orientation_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_erasures_at",
                table: "erasures",
                columns: new[] { "at", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_transmissions_request",
                table: "transmissions",
                columns: new[] { "request_id", "at", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "erasures");

            migrationBuilder.DropTable(
                name: "erasures_recorded");

            migrationBuilder.DropTable(
                name: "transmissions");

            migrationBuilder.DropColumn(
                name: "recipient",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "anonymised_at",
                table: "orientation_requests");
        }
    }
}
