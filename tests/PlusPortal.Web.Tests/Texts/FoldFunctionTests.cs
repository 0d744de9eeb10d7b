using System.Text;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Texts;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Texts;

/// <summary>The database folds as the program does: what a list holds folded is what a search looks for.</summary>
public sealed class FoldFunctionTests(ReadingFixture database) : IClassFixture<ReadingFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_character_of_the_basic_plane_is_folded_alike()
    {
        // Alone between letters, and beside a dot: where a letter ends a word, or an acronym begins, must agree too.
        var characters = Enumerable.Range(1, char.MaxValue - 1).Select(code => (char)code).Where(character => !char.IsSurrogate(character) && IsAssigned(character)).ToList();
        string[] texts = [.. characters.Select(character => $"Ab{character}cD {character}.{character}. {character}")];

        await AssertFoldedAlikeAsync(texts);
    }

    [Fact]
    public async Task Whole_texts_are_folded_alike()
    {
        string[] words = ["L’Été", "l'été", "C.A.E.", "a.b", "A.B.C", "1.2", "x.é.", "_a._b", "Œuvre", "ŒUVRE", "Straße", "ẞ", "İstanbul", "ΣΊΣΥΦΟΣ", "ﬁn", "½", "№ 5", "auto-école", "\u00A0", "\u202F", "e\u0301\u0323", "…", "%", "\\", "'"];
        var pairs = from one in words from other in words from space in new[] { " ", "", ".", "-" } select one + space + other;

        await AssertFoldedAlikeAsync([.. pairs.SelectMany(text => new[] { text, text.Normalize(NormalizationForm.FormD) })]);
    }

    /// <summary>PostgreSQL holds neither NUL nor halves of characters; anything else may stand in a column, noncharacters and letters of tomorrow included.</summary>
    [Fact]
    public async Task No_character_makes_the_database_fail()
    {
        var odd = Enumerable.Range(0, 17).SelectMany(plane => new[] { (plane << 16) | 0xFFFE, (plane << 16) | 0xFFFF }).Concat(Enumerable.Range(0xFDD0, 32)).Concat([0x34F, 0x3164, 0x2800, 0xE0001, 0xE0100, 0x378, 0x10FFFD]);
        string[] texts = [.. odd.Select(code => "A" + char.ConvertFromUtf32(code) + "b"), "e" + string.Concat(Enumerable.Repeat("\u0301\u0316", 2_000)), string.Concat(Enumerable.Repeat("😀", 2_000)), new string('a', 4_000)];
        await using var db = database.NewContext();

        var stored = await db.Database.SqlQuery<string>($"select fold(t.typed) as \"Value\" from unnest({texts}) as t(typed)").ToListAsync(Ct);

        Assert.Equal(texts.Length, stored.Count);
    }

    [Fact]
    public async Task Names_of_communes_and_of_actors_are_folded_alike()
    {
        await using var db = database.NewContext();
        var communes = await db.Communes.Select(commune => commune.Name).ToListAsync(Ct);
        var actors = await db.SupportActors.Select(actor => actor.Name).ToListAsync(Ct);

        await AssertFoldedAlikeAsync([.. communes, .. actors]);
    }

    [Fact]
    public async Task A_difference_would_be_reported()
    {
        await using var db = database.NewContext();

        var stored = await db.Database.SqlQuery<string>($"select lower({"L’Été"}) as \"Value\"").SingleAsync(Ct);

        Assert.NotEqual(Folding.Fold("L’Été"), stored);
    }

    private async Task AssertFoldedAlikeAsync(string[] texts)
    {
        await using var db = database.NewContext();
        var stored = await db.Database.SqlQuery<string>($"select fold(t.typed) as \"Value\" from unnest({texts}) with ordinality as t(typed, place) order by t.place").ToListAsync(Ct);

        var differences = texts.Zip(stored).Where(pair => Folding.Fold(pair.First) != pair.Second)
            .Select(pair => $"{pair.First} ({string.Join(' ', pair.First.Select(letter => $"{(int)letter:X4}"))}): {Folding.Fold(pair.First)} | {pair.Second}").Take(40).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    /// <summary>Letters of Unicode 16, which .NET knows and the ICU of an older PostgreSQL host does not.</summary>
    private const string YoungLetters = "\u1C89\u1C8A\uA7CB\uA7CC\uA7CD\uA7DA\uA7DB\uA7DC";

    private static bool IsAssigned(char character) => !YoungLetters.Contains(character) && char.GetUnicodeCategory(character) is not (System.Globalization.UnicodeCategory.OtherNotAssigned or System.Globalization.UnicodeCategory.PrivateUse);
}
