using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PlusPortal.Data.Migrations
{
    /// <summary>
    /// The folding of texts, as <c>PlusPortal.Domain.Texts.Folding</c> does it, and the columns that lists search. Those that
    /// only a search reads (words of actors, offers and requests) are unknown to EF, so that no record carries them along.
    /// The copy of the vocabulary, which nobody read, goes.
    /// </summary>
    public partial class Folding : Migration
    {
        // What is dropped: control characters that are no space, marks on letters, characters that only steer the display.
        private const string Unseen =
            @"[\u0001-\u0008\u000E-\u001F\u007F\u00AD\u0300-\u036F\u061C\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u202A-\u202E\u2060-\u206F\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF\uFFF9-\uFFFF]";

        // Letters that Unicode does not take apart, and the many apostrophes.
        private const string Letters = "øđðħıĸłŋŧς\u2018\u2019\u201B\u2032\u0060\u02B9\u02BB\u02BC\u02BD\u02C8\uA78C";
        private const string ReadAs = "oddhiklntσ''''''''''''''''''''''";

        // An apostrophe inside a word (« Guid'Asso », « prud'hommes ») is dropped; one that elides (« l'été ») parts two words.
        private const string InWord = @"(?<=[[:alpha:]])(?<!\m([[:alpha:]]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu))''(?=[[:alpha:]])";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Immutable, so that columns may be derived by it. Lower case and what a letter is come from ICU whatever the database's own locale.
            migrationBuilder.Sql(
                $"""
                create function fold(typed text) returns text language sql immutable strict parallel safe
                return btrim(regexp_replace(
                    regexp_replace(
                        regexp_replace(replace(replace(replace(replace(
                            translate(regexp_replace(lower(normalize(typed, nfkd) collate "und-x-icu"), '{Unseen}', '', 'g'), '{Letters}', '{ReadAs}'),
                            'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), 'þ', 'th'),
                        '{InWord}', '', 'g'),
                        '(?<=\m[[:alpha:]])\.(?=[[:alpha:]]\M)', '', 'g'),
                    '[^[:alnum:]]+', ' ', 'g'))
                """);
            migrationBuilder.AddColumn<string>(
                name: "folded_name",
                table: "support_actors",
                type: "text",
                nullable: false,
                computedColumnSql: "fold(name)",
                stored: true,
                collation: "C");
            migrationBuilder.Sql(
                """
                alter table support_actors add column folded_words text not null generated always as (fold(name || ' ' || description)) stored;
                alter table support_offers
                    add column folded_title text collate "C" not null generated always as (fold(coalesce(content ->> 'title', ''))) stored,
                    add column folded_words text not null generated always as (fold(coalesce(content ->> 'title', '') || ' ' || coalesce(content ->> 'description', ''))) stored;
                alter table orientation_requests add column folded_words text collate "C" not null
                    generated always as (fold(reference || ' ' || coalesce(declared ->> 'structureName', '') || ' ' || coalesce(declared ->> 'title', ''))) stored;
                """);

            // « Holds these letters » needs an index by groups of three letters. The extension comes with PostgreSQL, and the owner of a database may create it.
            migrationBuilder.Sql(
                """
                create extension if not exists pg_trgm;
                create index ix_support_actors_folded_name on support_actors using gin (folded_name gin_trgm_ops);
                create index ix_orientation_requests_folded_words on orientation_requests using gin (folded_words gin_trgm_ops);
                """);
            migrationBuilder.DropTable(name: "vocabulary_terms");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "vocabulary_terms",
                columns: table => new
                {
                    id = table.Column<System.Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    label = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    help = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    parent = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_current = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table => table.PrimaryKey("pk_vocabulary_terms", x => x.id));
            migrationBuilder.CreateIndex(name: "ux_vocabulary_terms_code", table: "vocabulary_terms", columns: ["list", "code"], unique: true);
            migrationBuilder.Sql(
                """
                alter table orientation_requests drop column folded_words;
                alter table support_offers drop column folded_title, drop column folded_words;
                alter table support_actors drop column folded_words;
                """);
            migrationBuilder.DropColumn(name: "folded_name", table: "support_actors");
            migrationBuilder.Sql("drop function fold(text)");
        }
    }
}
