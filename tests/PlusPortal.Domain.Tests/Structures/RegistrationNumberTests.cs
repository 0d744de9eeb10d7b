using PlusPortal.Domain.Structures;

namespace PlusPortal.Domain.Tests.Structures;

public sealed class RegistrationNumberTests
{
    [Theory]
    [InlineData("123456782")]
    [InlineData(" 123 456 782 ")]
    [InlineData("123.456.782")]
    [InlineData("123\u00A0456\u202F782")]
    [InlineData("123-456-782")]
    public void A_siren_is_read_however_it_is_typed(string text)
    {
        Assert.True(Siren.TryParse(text, out var siren));

        Assert.Equal("123456782", siren.Value);
        Assert.Equal("123\u00A0456\u00A0782", siren.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345678")]
    [InlineData("1234567820")]
    [InlineData("123456783")]
    [InlineData("000000000")]
    [InlineData("12345678A")]
    [InlineData("١٢٣٤٥٦٧٨٢")]
    public void A_wrong_siren_is_refused_and_leaves_nothing(string? text)
    {
        Assert.False(Siren.TryParse(text, out var siren));

        Assert.Equal("", siren.Value);
        Assert.Equal("", siren.ToString());
    }

    [Theory]
    [InlineData("12345678200010")]
    [InlineData("123 456 782 00010")]
    [InlineData("123.456.782.00010")]
    public void A_siret_gives_its_legal_unit(string text)
    {
        Assert.True(Siret.TryParse(text, out var siret));

        Assert.Equal("12345678200010", siret.Value);
        Assert.Equal("123456782", siret.Siren.Value);
        Assert.Equal("123\u00A0456\u00A0782\u00A000010", siret.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("123456782")]
    [InlineData("12345678200011")]
    [InlineData("123456782000100")]
    [InlineData("00000000000000")]
    [InlineData("12345678300018")]
    public void A_wrong_siret_is_refused_and_leaves_nothing(string? text)
    {
        Assert.False(Siret.TryParse(text, out var siret));

        Assert.Equal("", siret.Value);
        Assert.Equal("", siret.Siren.Value);
    }

    [Theory]
    [InlineData("35600000000048", true)]
    [InlineData("35600000000001", true)]
    [InlineData("35600000000002", false)]
    public void La_Poste_numbers_its_offices_by_the_sum_of_the_figures(string text, bool expected) =>
        Assert.Equal(expected, Siret.TryParse(text, out _));

    [Theory]
    [InlineData("W543001234")]
    [InlineData("w543001234")]
    [InlineData(" W 543 001 234 ")]
    [InlineData("W\u00A0543.001.234")]
    public void An_rna_is_read_however_it_is_typed(string text)
    {
        Assert.True(Rna.TryParse(text, out var rna));

        Assert.Equal("W543001234", rna.Value);
        Assert.Equal("W543001234", rna.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("543001234")]
    [InlineData("W54300123")]
    [InlineData("W5430012345")]
    [InlineData("X543001234")]
    [InlineData("W54300123A")]
    public void A_wrong_rna_is_refused(string? text)
    {
        Assert.False(Rna.TryParse(text, out var rna));

        Assert.Equal("", rna.Value);
    }
}
