using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;

namespace PlusPortal.Domain.Tests.Requests;

public sealed class RequestReferenceTests
{
    [Theory]
    [InlineData(2026, 42, "PLUS-2026-000042")]
    [InlineData(2026, 999_999, "PLUS-2026-999999")]
    [InlineData(2031, 1_000_000, "PLUS-2031-1000000")]
    public void Reference_holds_the_year_and_the_number(int year, long number, string expected)
    {
        var reference = RequestReference.Of(year, number);

        Assert.Equal(expected, reference.Value);
        Assert.True(RequestReference.TryParse(expected, out var parsed));
        Assert.Equal(reference, parsed);
        Assert.True(expected.Length <= RequestReference.Length);
    }

    [Theory]
    [InlineData(" plus-2026-000042 ")]
    [InlineData("PLUS - 2026 - 000042")]
    [InlineData("Plus-2026-000\u00A0042")]
    [InlineData("PLUS 2026 000042")]
    [InlineData("plus2026000042")]
    [InlineData("PLUS – 2026 – 000042")]
    [InlineData("PLUS_2026/000042")]
    [InlineData("Plus\u20112026\u2011000042")]
    [InlineData("plus-2026-42")]
    [InlineData("PLUS 2026 42")]
    [InlineData("PLUS202642")]
    [InlineData("2026-000042")]
    [InlineData("2026 42")]
    [InlineData("n° PLUS-2026-000042.")]
    [InlineData("Demande n° PLUS-2026-000042,")]
    [InlineData("«\u00A0PLUS-2026-000042\u00A0»")]
    [InlineData("(PLUS-2026-000042)")]
    public void Reference_is_read_as_people_type_it(string text)
    {
        Assert.True(RequestReference.TryParse(text, out var reference));
        Assert.Equal("PLUS-2026-000042", reference.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("PLUS-26-000042")]
    [InlineData("PLUS-2026-00004x")]
    [InlineData("PLUS-2026-٠٠٠٠٤٢")]
    [InlineData("PLUS-2026-000042-1")]
    [InlineData("PLUS-2026-00000000000042")]
    [InlineData("MOINS-2026-000042")]
    [InlineData("PLUS-2026-12345678901")]
    [InlineData("42")]
    [InlineData("un téléphone")]
    public void Anything_else_is_no_reference(string? text) => Assert.False(RequestReference.TryParse(text, out _));

    [Theory]
    [InlineData("14", 2026, "PLUS-2026-000014")]
    [InlineData("n° 14", 2026, "PLUS-2026-000014")]
    [InlineData("plus 14", 2028, "PLUS-2028-000014 PLUS-2027-000014 PLUS-2026-000014")]
    [InlineData("000 014", 2027, "PLUS-2027-000014 PLUS-2026-000014")]
    [InlineData("plus 2026 000014", 2028, "PLUS-2026-000014")]
    [InlineData("PLUS2026000014", 2028, "PLUS-2026-000014")]
    [InlineData("14", 2020, "PLUS-2026-000014")]
    [InlineData("plus-2026-OOOO14", 2026, "PLUS-2026-000014")]
    [InlineData("PLUS-2O26-oooo1o", 2026, "PLUS-2026-000010")]
    [InlineData("no 14", 2026, "PLUS-2026-000014")]
    [InlineData("#000014", 2026, "PLUS-2026-000014")]
    [InlineData("", 2026, "")]
    [InlineData(null, 2026, "")]
    [InlineData("bonjour", 2026, "")]
    [InlineData("14 bis", 2026, "")]
    public void A_number_alone_may_be_that_of_any_year_since_the_first(string? text, int year, string expected) =>
        Assert.Equal(expected, string.Join(' ', RequestReference.Read(text, year)));
}
