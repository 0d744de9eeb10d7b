using System.Security.Cryptography;
using System.Text;
using PlusPortal.Web.Features.Public.Orientation.Check;

namespace PlusPortal.Web.Tests.Public.Orientation;

/// <summary>What somebody agreed to stays as it was shown: a changed word is a new version.</summary>
public sealed class ConsentTextTests
{
    [Theory]
    [InlineData("2026-11", "0e79b05e6ecc5b02")]
    [InlineData("2026-12", "9a85c648f6b39c90")]
    public void Words_of_a_version_never_change(string version, string hash)
    {
        var words = ConsentText.All.Single(text => text.Version == version);

        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [words.Box, .. words.Lines]))))[..16]);
    }

    [Fact]
    public void Every_version_is_kept_and_the_last_one_says_what_the_person_does_by_itself()
    {
        Assert.Equal(["2026-11", "2026-12"], ConsentText.All.Select(text => text.Version));
        Assert.Equal(ConsentText.All[^1], ConsentText.Current);
        Assert.Contains(ConsentText.Current.Lines, line => line.Contains("corriger vos coordonnées, recevoir vos données ou les effacer", StringComparison.Ordinal));
        Assert.DoesNotContain(ConsentText.Current.Lines, line => line.Contains("demandez-le", StringComparison.Ordinal));
    }
}
