using PlusPortal.Web.Features.Admin.Content.Texts;

namespace PlusPortal.Web.Tests.Admin.Content.Texts;

public sealed class LineDifferenceTests
{
    [Theory]
    [InlineData("a\nb\nc", "a\nb\nc", "=a =b =c")]
    [InlineData("a\nb\nc", "a\nx\nc", "=a -b +x =c")]
    [InlineData("a\nb", "a\nb\nc\nd", "=a =b +c +d")]
    [InlineData("a\nb\nc", "c", "-a -b =c")]
    [InlineData("a\nb\nc\nd", "b\na\nc\nd", "+b =a -b =c =d")]
    [InlineData("", "a", "+a")]
    [InlineData("a\n\nb", "a\nb", "=a -· =b")]
    public void Lines_stay_go_or_come(string older, string newer, string expected) =>
        Assert.Equal(expected, string.Join(' ', LineDifference.Between(older, newer).Select(line => Sign(line.Kind) + (line.Text.Length == 0 ? "·" : line.Text))));

    [Fact]
    public void Both_texts_are_found_again_in_their_difference()
    {
        var random = new Random(2026);
        for (var round = 0; round < 300; round++)
        {
            var (older, newer) = (Text(random), Text(random));
            var lines = LineDifference.Between(older, newer);
            Assert.Equal(older, string.Join('\n', lines.Where(line => line.Kind != DiffKind.Added).Select(line => line.Text)));
            Assert.Equal(newer, string.Join('\n', lines.Where(line => line.Kind != DiffKind.Removed).Select(line => line.Text)));
        }
    }

    private static string Text(Random random) => string.Join('\n', Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(4) is var letter and < 3 ? $"{(char)('a' + letter)}" : ""));

    private static string Sign(DiffKind kind) => kind switch { DiffKind.Same => "=", DiffKind.Added => "+", DiffKind.Removed => "-" };
}
