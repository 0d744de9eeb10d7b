using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching.Lexicon;

/// <summary>One value says which phrases read a request: any difference of phrases changes it, nothing else does.</summary>
public sealed class LexiconHashTests
{
    private static readonly LexiconEntry One = new(LexiconKind.Theme, Themes.PretGarantie, 4, "prêter ~ banque|caisse");
    private static readonly LexiconEntry Other = new(LexiconKind.Notion, Notions.NearDate, 3, "demain");
    private static readonly LexiconEntry Added = new(LexiconKind.Theme, Themes.EmploiPartage, 5, "multiposte");

    [Fact]
    public void Hash_is_written_as_64_digits_of_which_people_see_8()
    {
        Assert.Matches($"^[0-9a-f]{{{LexiconHash.Length}}}$", NeedLexicon.Default.Hash);
        Assert.Equal(NeedLexicon.Default.Hash[..LexiconHash.ShortLength], LexiconHash.Short(NeedLexicon.Default.Hash));
    }

    [Fact]
    public void Hash_is_the_same_on_every_machine() =>
        Assert.Equal("11663b7f083dd5ba83dc4ce57d42a6239855f2cbb48aeb52e0ca768dd0ffedad", LexiconHash.Of([One, Other]));

    [Fact]
    public void Order_accents_capitals_and_order_of_alternatives_do_not_change_it() =>
        Assert.Equal(LexiconHash.Of([One, Other]), LexiconHash.Of([Other, One with { Pattern = "PRETER  ~ caisse|banque" }]));

    [Fact]
    public void Any_other_difference_changes_it()
    {
        LexiconEntry[][] lists =
        [
            [One, Other],
            [One],
            [Other],
            [],
            [One with { Weight = 5 }, Other],
            [One with { IsProblem = true }, Other],
            [One with { Code = Themes.FondsPropres }, Other],
            [One with { Kind = LexiconKind.Neutral }, Other],
            [One with { Pattern = "prêter ~ banque" }, Other],
            [One with { Pattern = "prêter banque|caisse" }, Other],
            [One with { Pattern = "prêter! ~ banque|caisse" }, Other],
        ];

        Assert.Equal(lists.Length, lists.Select(list => LexiconHash.Of(list)).Distinct().Count());
    }

    [Fact]
    public void One_phrase_more_or_less_of_the_portal_changes_it()
    {
        var shipped = NeedLexicon.Default.Entries;

        Assert.Equal(NeedLexicon.Default.Hash, LexiconHash.Of(shipped));
        Assert.NotEqual(NeedLexicon.Default.Hash, LexiconHash.Of(shipped.Skip(1)));
        Assert.NotEqual(NeedLexicon.Default.Hash, LexiconHash.Of([shipped[0] with { Weight = shipped[0].Weight == 1 ? 2 : 1 }, .. shipped.Skip(1)]));
        Assert.NotEqual(NeedLexicon.Default.Hash, LexiconHash.Of([.. shipped, Added]));
    }

    [Fact]
    public void Each_decision_of_staff_changes_it_and_taking_it_back_restores_it()
    {
        var shipped = NeedLexicon.Default.Entries.First(entry => entry is { Kind: LexiconKind.Theme, Weight: 6 });
        LexiconChange[][] decisions =
        [
            [],
            [Decide(1, Added)],
            [Decide(1, Added with { Weight = 4 })],
            [Decide(1, shipped, isActive: false)],
            [Decide(1, shipped with { Weight = 2 })],
            [Decide(2, Added), Decide(1, shipped, isActive: false)],
        ];

        Assert.Equal(decisions.Length, decisions.Select(NeedLexicon.HashOf).Distinct().Count());
        Assert.All(decisions, latest => Assert.Equal(NeedLexicon.Edited(latest).Hash, NeedLexicon.HashOf(latest)));
        Assert.Equal(NeedLexicon.HashOf(decisions[5]), NeedLexicon.HashOf([.. decisions[5].Reverse()]));
        Assert.Equal(NeedLexicon.Default.Hash, NeedLexicon.HashOf([Decide(3, shipped)]));
        Assert.Equal(NeedLexicon.Default.Hash, NeedLexicon.HashOf([Decide(4, Added, isActive: false)]));
    }

    [Fact]
    public void The_latest_of_two_decisions_about_one_phrase_counts_however_it_is_written()
    {
        var older = Decide(1, new LexiconEntry(LexiconKind.Theme, Themes.EmploiPartage, 5, "multiposte|navette"));
        var newer = Decide(2, new LexiconEntry(LexiconKind.Theme, Themes.EmploiPartage, 3, "navette|multiposte"));

        Assert.Equal(NeedLexicon.HashOf([newer]), NeedLexicon.HashOf([newer, older]));
        Assert.Equal(3, Assert.Single(NeedLexicon.Edited([newer, older]).Entries, entry => entry.Key == newer.Entry.Key).Weight);
    }

    private static LexiconChange Decide(int number, LexiconEntry entry, bool isActive = true) =>
        LexiconChange.Decide(number, entry, isActive, "Essai.", Guid.Empty, new DateTimeOffset(2026, 5, 4, 8, 0, 0, TimeSpan.Zero));
}
