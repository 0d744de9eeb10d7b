using PlusPortal.Domain.Matching.French;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>A word is read as far as its 64th letter; what stands around it is read as ever.</summary>
public sealed class LongWordTests
{
    [Fact]
    public void A_long_word_is_read_to_its_64th_letter_and_keeps_its_place()
    {
        var tokens = FrenchWords.Tokenize($"Avant {new string('x', 4_000)} après");

        Assert.Equal(["avant", new string('x', 64), "apres"], tokens.Select(token => token.Spelled));
        Assert.Equal((6, 4_000), (tokens[1].Start, tokens[1].Length));
    }

    [Fact]
    public void Patterns_see_short_words_only()
    {
        var text = "Président " + new string('é', 65) + ", " + new string('9', 64) + ".";

        Assert.Equal("Président " + new string('é', 64) + ", " + new string('9', 64) + ".", FrenchWords.WithShortWords(text));
        Assert.Same("Deux mots", FrenchWords.WithShortWords("Deux mots"));
    }

    [Fact]
    public void Folding_a_word_never_throws() => Assert.Equal("ab", FrenchAnalyser.Fold("\uD800a\uFFFEb\uDFFF"));
}
