using System.Text.RegularExpressions;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Done;

namespace PlusPortal.Web.Tests.Admin.Requests;

/// <summary>Whoever reads the address after an act reads French, and the page finds its sentence by it.</summary>
public sealed partial class DoneCodesTests
{
    private static readonly ActWords Words = new(ActLabels.All);

    [Fact]
    public void Every_act_that_says_something_afterwards_has_a_word_of_its_own()
    {
        var said = ActLabels.All.Where(label => label.Done is not null).ToList();

        Assert.All(said, label => Assert.Equal(label.Done, Words.Done(ActWords.CodeOf(label.Act, isByHand: false))));
        Assert.All(said.Where(label => label.DoneByHand is not null), label => Assert.Equal(label.DoneByHand, Words.Done(ActWords.CodeOf(label.Act, isByHand: true))));
        Assert.Distinct(said.Select(label => DoneCodes.Of(label.Act)));
    }

    [Fact]
    public void No_word_is_the_name_of_an_act()
    {
        Assert.All(ActLabels.All.Where(label => label.Done is not null), label =>
        {
            var code = DoneCodes.Of(label.Act);
            Assert.Matches(Plain, code);
            Assert.NotEqual(label.Act.Name, code, StringComparer.OrdinalIgnoreCase);
        });
        Assert.Null(Words.Done("takeincharge"));
        Assert.Null(Words.Done(null));
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Plain { get; }
}
