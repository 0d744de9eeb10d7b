using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <inheritdoc />
    public partial class PassageMasks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "masks",
                table: "orientation_requests",
                type: "jsonb",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "masks",
                table: "orientation_requests");
        }
    }
}
