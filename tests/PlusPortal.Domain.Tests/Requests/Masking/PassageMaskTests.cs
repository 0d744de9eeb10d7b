using PlusPortal.Domain.Requests.Masking;

namespace PlusPortal.Domain.Tests.Requests.Masking;

/// <summary>What the mark takes the place of in one text.</summary>
public sealed class PassageMaskTests
{
    [Theory]
    [InlineData("Mme Durand est là.", "Mme Durand", "# est là.")]
    [InlineData("MME  DURAND\u00A0est là, mme\ndurand aussi.", "Mme Durand", "#\u00A0est là, # aussi.")]
    [InlineData("L’amie d'Ali, Alice et Ali.", "ali", "L’amie d'#, Alice et #.")]
    [InlineData("L'équipe d’Ali", "l’équipe d'ali", "#")]
    [InlineData("Au 06 12 34 56 78 ou 0612345678 ou 06.12.34.56.78.", "06 12 34 56 78", "Au # ou # ou #.")]
    [InlineData("12345 et 123456", "12345", "# et 123456")]
    [InlineData("tel0612345678", "06 12 34 56 78", "tel#")]
    [InlineData("Rien de tel.", "Mme Durand", "Rien de tel.")]
    [InlineData("Durand, # et Durand.", "passage", "Durand, # et Durand.")]
    [InlineData("Durand, # et Durand.", "Durand, # et", "# Durand.")]
    [InlineData("# malade", "#", "# malade")]
    [InlineData("a b a", "a", "a b a")]
    [InlineData("", "Durand", "")]
    public void Every_occurrence_is_masked_whatever_its_case_and_spaces(string text, string passage, string expected) =>
        Assert.Equal(WithMark(expected), PassageMask.In(WithMark(text), [WithMark(passage)]));

    [Fact]
    public void Passages_that_overlap_are_one_mark() =>
        Assert.Equal(WithMark("Le # et #."), PassageMask.In("Le président Jean Durand est malade et Durand.", ["président Jean Durand", "Jean Durand est malade", "Durand"]));

    [Fact]
    public void Text_that_grows_too_long_loses_its_end()
    {
        var masked = PassageMask.In(string.Join(' ', Enumerable.Repeat("Al", 1_000)), ["Al"], 4_000);

        Assert.Equal(4_000, masked.Length);
        Assert.DoesNotContain("Al", masked, StringComparison.Ordinal);
        Assert.EndsWith("…", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_masked_is_found_no_more()
    {
        const string Text = "Ali \0 et Ali, dit « ALI ».";

        Assert.True(PassageMask.IsIn(Text, "Ali"));
        Assert.False(PassageMask.IsIn(PassageMask.In(Text, ["Ali"]), "Ali"));
        Assert.False(PassageMask.IsIn(null, "Ali"));
    }

    private static string WithMark(string text) => text.Replace("#", PassageMask.Mark, StringComparison.Ordinal);
}
