using System.Text;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Domain.Tests.Texts;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("L’Été", "l ete")]
    [InlineData("l'été", "l ete")]
    [InlineData("l\u02BCe\u0301te\u0301", "l ete")]
    [InlineData("Guid’Asso, prud'hommes d’aujourd'hui", "guidasso prudhommes d aujourdhui")]
    [InlineData("presqu’île, qu'il", "presqu ile qu il")]
    [InlineData("C.A.E.", "cae")]
    [InlineData("le C.A.E. de Metz", "le cae de metz")]
    [InlineData("site.fr, M. Dupont", "site fr m dupont")]
    [InlineData("Œuvre, ŒUVRE, œuvre", "oeuvre oeuvre oeuvre")]
    [InlineData("curriculum vitæ", "curriculum vitae")]
    [InlineData("ﬁnancement", "financement")]
    [InlineData("auto-école", "auto ecole")]
    [InlineData("a\u00A0b\u202Fc\u200Bd\u00ADe\uFEFF", "a b cde")]
    [InlineData("Straße, Łódź", "strasse lodz")]
    [InlineData("100 %_\\", "100")]
    [InlineData("PLUS-2026-000042", "plus 2026 000042")]
    [InlineData(" … ", "")]
    [InlineData(null, "")]
    public void A_text_is_folded(string? text, string expected)
    {
        Assert.Equal(expected, Folding.Fold(text));
    }

    [Theory]
    [InlineData("Le C.A.E. de l’Été", "l'été")]
    [InlineData("Le CAE de l'ete", "C.A.E.")]
    [InlineData("Les œuvres", "OEUVRE")]
    public void A_text_holds_what_was_typed(string text, string typed)
    {
        Assert.True(Folding.Seeking(typed)(text));
    }

    [Fact]
    public void Nothing_typed_is_found_nowhere()
    {
        Assert.False(Folding.Seeking(" ' ")("Été"));
    }

    [Fact]
    public void No_text_makes_it_throw_and_folding_again_changes_nothing()
    {
        var random = new Random(20261129);
        char[] troublesome = ['\uFFFE', '\uFFFF', '\uD800', '\uDC00', '\0', '\u0301', '.', '\'', 'é', 'ﬁ', '\u0345', 'İ', ' ', 'a'];
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(2) == 0 ? troublesome[random.Next(troublesome.Length)] : (char)random.Next(char.MaxValue + 1)));

            var folded = Folding.Fold(text);

            Assert.Equal(folded, Folding.Fold(folded));
            Assert.True(folded.IsNormalized(NormalizationForm.FormC) || folded.Any(letter => letter > '\u02FF'), folded);
        }
    }
}
