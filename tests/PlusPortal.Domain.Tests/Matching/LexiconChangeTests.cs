using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>What staff decide about phrases, on top of the lexicon that comes with the portal.</summary>
public sealed class LexiconChangeTests
{
    private const string Text = "Nous cherchons une zouglotte pour septembre.";

    private static readonly DateTimeOffset Now = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);

    private static readonly LexiconEntry Added = new(LexiconKind.Theme, Themes.EmploiPartage, 5, "zouglotte");

    [Fact]
    public void An_added_phrase_is_read_with_its_words_and_the_result_says_which_phrases_read_it()
    {
        var lexicon = NeedLexicon.Edited([Decide(3, Added)]);

        Assert.NotEqual(NeedLexicon.Default.Hash, lexicon.Hash);
        Assert.Empty(NeedReader.Read("", Text).Themes);
        var found = NeedReader.Read("", Text, lexicon).Themes[0];
        Assert.Equal((Themes.EmploiPartage, "zouglotte"), (found.Code, Assert.Single(found.Words)));
        Assert.Equal(lexicon.Hash, MatchingService.Match(Given.Request(), OfferCatalog.Empty, null, Given.Today, lexicon).LexiconHash);
        Assert.Equal(NeedLexicon.Default.Hash, MatchingService.Match(Given.Request(), OfferCatalog.Empty, null, Given.Today).LexiconHash);
    }

    [Fact]
    public void A_phrase_of_the_portal_may_be_set_aside_and_taken_back()
    {
        var shipped = NeedLexicon.Default.Entries.First(entry => entry is { Kind: LexiconKind.Theme, Weight: 6 } && entry.Pattern.All(char.IsLetter));

        Assert.DoesNotContain(NeedLexicon.Edited([Decide(1, shipped, isActive: false)]).Entries, entry => entry.Key == shipped.Key);
        Assert.Equal(2, Assert.Single(NeedLexicon.Edited([Decide(2, shipped with { Weight = 2 })]).Entries, entry => entry.Key == shipped.Key).Weight);
        Assert.Same(NeedLexicon.Default, NeedLexicon.Edited([]));
    }

    [Fact]
    public void Every_phrase_of_the_portal_can_be_decided_about() => Assert.All(NeedLexicon.Default.Entries, entry =>
    {
        Assert.InRange(entry.Pattern.Length, 1, LexiconChange.PatternLength);
        Assert.InRange(entry.Code.Length, 0, LexiconChange.CodeLength);
        Assert.InRange(entry.Weight, 1, LexiconEntry.MostWeight);
        Assert.True(NeedLexicon.CanRead(Decide(1, entry, isActive: false).Entry));
        Assert.Equal(entry.Key, Decide(1, entry, isActive: false).Entry.Key);
    });

    [Theory]
    [InlineData("", LexiconPatternFault.Empty)]
    [InlineData("~", LexiconPatternFault.Empty)]
    [InlineData("~ dossier", LexiconPatternFault.BeginsWithGap)]
    [InlineData("avec", LexiconPatternFault.OnlyGrammar)]
    [InlineData("pour nous|vous", LexiconPatternFault.OnlyGrammar)]
    [InlineData("*", LexiconPatternFault.TooShortBeginning)]
    [InlineData("a*", LexiconPatternFault.TooShortBeginning)]
    [InlineData("salle||local", LexiconPatternFault.TooShortBeginning)]
    [InlineData("!", LexiconPatternFault.TooShortBeginning)]
    [InlineData("dossier (vite)", LexiconPatternFault.UnknownSign)]
    [InlineData("un deux trois quatre cinq six sept huit neuf dix onze douze treize", LexiconPatternFault.TooLong)]
    public void A_pattern_that_cannot_be_read_is_told_why(string pattern, LexiconPatternFault fault)
    {
        Assert.Equal(fault, LexiconPatterns.FaultOf(pattern));
        Assert.Throws<DomainRuleException>(() => Decide(1, Added with { Pattern = pattern }));
    }

    [Fact]
    public void A_decision_needs_a_reason() =>
        Assert.Equal(RuleCode.ReasonRequired, Assert.Throws<DomainRuleException>(() => LexiconChange.Decide(1, Added, true, " ", Guid.NewGuid(), Now)).Code);

    private static LexiconChange Decide(int number, LexiconEntry entry, bool isActive = true) => LexiconChange.Decide(number, entry, isActive, "Une raison inventée.", Guid.NewGuid(), Now);
}
