using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Terms;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Terms;

public sealed class VocabularyTests(DatabaseFixture database, PostgresFixture postgres) : IClassFixture<DatabaseFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_set_up_stores_every_term_of_every_list()
    {
        await using var db = database.NewContext();

        var stored = await db.VocabularyTerms.Where(term => term.IsCurrent).Select(term => $"{term.List}/{term.Code} {term.Position} {term.Label} {term.Help} {term.Parent}").ToListAsync(Ct);

        var expected = Vocabularies.All.SelectMany(list => list.Select((term, index) => $"{list.Name}/{term.Code} {index + 1} {term.Label} {term.Help} {term.Parent}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), stored.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_second_load_changes_nothing()
    {
        await using var db = database.NewContext();

        Assert.Equal(0, await new VocabularyLoader(db).LoadAsync(Ct));
    }

    [Fact]
    public async Task A_label_is_put_right_and_a_term_in_use_no_more_is_kept()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var mine = database.NewContext();
        var term = await mine.VocabularyTerms.SingleAsync(row => row.List == "theme" && row.Code == Themes.PretGarantie, Ct);
        term.Label = "Autre libellé";
        mine.VocabularyTerms.Add(new VocabularyTerm { Id = NameBasedUuid.OfTerm("theme", "ancien"), List = "theme", Code = "ancien", Label = "Ancien", Help = "", Position = 99, IsCurrent = true });
        await mine.SaveChangesAsync(Ct);

        await using (var db = database.NewContext()) Assert.Equal(2, await new VocabularyLoader(db).LoadAsync(Ct));

        await using var check = database.NewContext();
        Assert.Equal(Themes.All.LabelOf(Themes.PretGarantie), (await check.VocabularyTerms.SingleAsync(row => row.Id == term.Id, Ct)).Label);
        var retired = await check.VocabularyTerms.SingleAsync(row => row.Code == "ancien", Ct);
        Assert.False(retired.IsCurrent);
    }

    /// <summary>The example of RFC 9562, appendix A.4: version 5, namespace of DNS names, « www.example.com ».</summary>
    [Fact]
    public void Identifiers_follow_the_standard()
    {
        var dns = new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        Assert.Equal(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"), NameBasedUuid.Create(dns, "www.example.com"));
    }

    /// <summary>Published identifiers never change: this one is written down.</summary>
    [Fact]
    public void Identifiers_of_terms_are_fixed() =>
        Assert.Equal(NameBasedUuid.OfTerm("theme", "pret-garantie"), new Guid("d8072102-a96f-53b2-9801-13667b4d5dc2"));
}
