using PlusPortal.Web.Tables;

namespace PlusPortal.Web.Tests.Tables;

/// <summary>What leaves as a table is text in every spreadsheet.</summary>
public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://exemple.org\")", "\"'=HYPERLINK(\"\"http://exemple.org\"\")\"")]
    [InlineData("+33 3 00 00 00 00", "'+33 3 00 00 00 00")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1", "'＝1")]
    public void Cell_that_would_be_a_formula_is_text(string typed, string written) => Assert.Equal(written, CsvText.Cell(typed));

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("Camille Inventée", "Camille Inventée")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("dit « oui »", "dit « oui »")]
    [InlineData("dit \"oui\"", "\"dit \"\"oui\"\"\"")]
    [InlineData("deux\nlignes", "\"deux\nlignes\"")]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("a=b", "a=b")]
    public void Other_cells_are_as_they_are(string? typed, string written) => Assert.Equal(written, CsvText.Cell(typed));

    [Fact]
    public void Line_has_semicolons_and_an_end() => Assert.Equal("a;'=b;;\"c;d\"\r\n", CsvText.Line("a", "=b", null, "c;d"));
}
