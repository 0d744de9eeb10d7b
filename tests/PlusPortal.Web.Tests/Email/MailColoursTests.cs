using System.Globalization;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Layout;

namespace PlusPortal.Web.Tests.Email;

/// <summary>Messages can be read by day and by night (WCAG 2.2, 1.4.3 and 1.4.11).</summary>
public sealed class MailColoursTests
{
    public static TheoryData<MailColours> Themes { get; } = [MailColours.Light, MailColours.Dark];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Colours_have_enough_contrast(MailColours colours)
    {
        Assert.All(colours.Words, pair => Assert.InRange(Contrast(pair.Front, pair.Behind), 4.5, 21));
        Assert.All(colours.Shapes, pair => Assert.InRange(Contrast(pair.Front, pair.Behind), 3, 21));
    }

    [Fact]
    public void Contrast_is_that_of_the_standard()
    {
        Assert.Equal(21, Contrast("#000000", "#ffffff"), 3);
        Assert.Equal(4.54, Contrast("#767676", "#ffffff"), 2);
    }

    private static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3)
            .Select(i => int.Parse(colour.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))
            .ToList();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
