using PlusPortal.Web.Telephones;

namespace PlusPortal.Web.Tests.Telephones;

public sealed class TelephoneTests
{
    [Theory]
    [InlineData("06 12 34 56 78", "+33612345678", "06 12 34 56 78")]
    [InlineData("+33 (0)6 12 34 56 78", "+33612345678", "06 12 34 56 78")]
    [InlineData("06/12/34/56/78", "+33612345678", "06 12 34 56 78")]
    [InlineData("00 33 6 12 34 56 78", "+33612345678", "06 12 34 56 78")]
    [InlineData("0033(0)612345678", "+33612345678", "06 12 34 56 78")]
    [InlineData("06.12.34.56.78", "+33612345678", "06 12 34 56 78")]
    [InlineData("06-12-34-56-78", "+33612345678", "06 12 34 56 78")]
    [InlineData("06 12\u202F34\u00A056\u200778", "+33612345678", "06 12 34 56 78")]
    [InlineData("\u200E06 12 34 56 78\u200B", "+33612345678", "06 12 34 56 78")]
    [InlineData("6 12 34 56 78", "+33612345678", "06 12 34 56 78")]
    [InlineData("33612345678", "+33612345678", "06 12 34 56 78")]
    [InlineData("(03) 83 00 00 00", "+33383000000", "03 83 00 00 00")]
    [InlineData("03 83 000 000", "+33383000000", "03 83 00 00 00")]
    [InlineData("0 800 00 00 00", "+33800000000", "08 00 00 00 00")]
    [InlineData("０６１２３４５６７８", "+33612345678", "06 12 34 56 78")]
    public void French_number_is_read_however_it_is_typed(string typed, string stored, string shown) => Assert.Equal((stored, shown), (Telephone.Read(typed)?.E164, Telephone.Read(typed)?.Text));

    [Theory]
    [InlineData("+352 621 123 456", "+352621123456", "+352 621 123 456")]
    [InlineData("00352 26 12 34 56", "+35226123456", "+352 26 12 34 56")]
    [InlineData("+32 (0)470 12 34 56", "+32470123456", "+32 470 12 34 56")]
    [InlineData("0032/80/12.34.56", "+3280123456", "+32 80 12 34 56")]
    [InlineData("+49 681 1234567", "+496811234567", "+49 681 1234567")]
    [InlineData("+49 (0) 171 / 123 45 67", "+491711234567", "+49 171 1234567")]
    [InlineData("+41 22 123 45 67", "+41221234567", "+41 22 123 45 67")]
    public void Neighbour_is_read_with_the_code_of_the_country(string typed, string stored, string shown) => Assert.Equal((stored, shown), (Telephone.Read(typed)?.E164, Telephone.Read(typed)?.Text));

    [Theory]
    [InlineData("0692 12 34 56", "+262692123456", "06 92 12 34 56")]
    [InlineData("0262 20 00 00", "+262262200000", "02 62 20 00 00")]
    [InlineData("0590 80 00 00", "+590590800000", "05 90 80 00 00")]
    [InlineData("+594 694 12 34 56", "+594694123456", "06 94 12 34 56")]
    [InlineData("06 96 12 34 56", "+596696123456", "06 96 12 34 56")]
    [InlineData("0639 20 12 34", "+262639201234", "06 39 20 12 34")]
    [InlineData("+687 75 12 34", "+687751234", "+687 75 12 34")]
    [InlineData("+508 41 12 34", "+508411234", "+508 41 12 34")]
    public void Overseas_number_is_read(string typed, string stored, string shown) => Assert.Equal((stored, shown), (Telephone.Read(typed)?.E164, Telephone.Read(typed)?.Text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("appelez-moi")]
    [InlineData("06 12 34 56 7")]
    [InlineData("06 12 34 56 789")]
    [InlineData("00 00 00 00 00")]
    [InlineData("06 12 34 56 78 / 07 12 34 56 78")]
    [InlineData("06 12 34 56 78 poste 12")]
    [InlineData("12")]
    [InlineData("+33")]
    [InlineData("+999 12 34 56 78")]
    [InlineData("0681 1234567")]
    [InlineData("2026-03-02")]
    [InlineData("+33 6 12 34 56 78; drop")]
    public void What_is_no_number_is_not_read_and_stays_as_it_is(string typed)
    {
        Assert.Null(Telephone.Read(typed));
        Assert.Equal((typed, typed), (Telephone.Stored(typed), Telephone.Shown(typed)));
    }

    [Fact]
    public void What_is_shown_is_read_again_as_the_same_number()
    {
        foreach (var number in new[] { "+33612345678", "+352621123456", "+32470123456", "+496811234567", "+262692123456", "+596596301234", "+687751234", "+14155552671", "+212612345678" })
        {
            var telephone = Telephone.Read(number);
            Assert.Equal(number, telephone?.E164);
            Assert.Equal(number, Telephone.Read(telephone!.Text)?.E164);
            Assert.Equal("tel:" + number, telephone.Link);
        }
    }

    [Fact]
    public void Nothing_stored_is_nothing_shown() => Assert.Equal((null, null), (Telephone.Shown(null), Telephone.Stored(null)));
}
