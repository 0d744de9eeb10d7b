using System.Text.RegularExpressions;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Vocabulary;

public sealed partial class VocabularyTests
{
    // Every list of the domain. The classes of closing reasons are statistics, not a list that records store.
    private static readonly List<TermList> Lists = [.. typeof(Themes).Assembly.GetTypes()
        .Where(type => type != typeof(ClosingClasses) && !type.ContainsGenericParameters)
        .Select(type => type.GetProperty("All", typeof(TermList))?.GetValue(null)).OfType<TermList>()];

    private static readonly Dictionary<string, TermList> ParentsOf = new()
    {
        [SubStages.All.Name] = Stages.All,
        [Themes.All.Name] = ThemeGroups.All,
        [ClosingReasons.All.Name] = ClosingClasses.All,
        [ReferralOutcomes.All.Name] = ClosingReasons.All,
    };

    public static TheoryData<string, Term> EveryTerm { get; } =
        new(Lists.SelectMany(list => list.Select(term => (list.Name, term))));

    [Theory]
    [MemberData(nameof(EveryTerm), DisableDiscoveryEnumeration = true)]
    public void Code_is_short_kebab_case(string list, Term term)
    {
        Assert.True(KebabCase.IsMatch(term.Code), $"{list}/{term.Code}");
        Assert.InRange(term.Code.Length, 1, Term.CodeLength);
    }

    [Theory]
    [MemberData(nameof(EveryTerm), DisableDiscoveryEnumeration = true)]
    public void People_read_a_label_and_a_short_help(string list, Term term)
    {
        Assert.False(string.IsNullOrWhiteSpace(term.Label), $"{list}/{term.Code}");
        Assert.True(term.Help.Length <= Term.HelpLength, $"{list}/{term.Code}: {term.Help.Length}");
        Assert.Equal((term.Label.Trim(), term.Help.Trim()), (term.Label, term.Help));
    }

    [Theory]
    [MemberData(nameof(EveryTerm), DisableDiscoveryEnumeration = true)]
    public void French_punctuation_has_its_no_break_space(string list, Term term) =>
        Assert.False(BreakingSpace.IsMatch(term.Label + "|" + term.Help), $"{list}/{term.Code}");

    [Theory]
    [MemberData(nameof(EveryTerm), DisableDiscoveryEnumeration = true)]
    public void Parent_exists(string list, Term term)
    {
        if (ParentsOf.TryGetValue(list, out var parents)) Assert.True(parents.Contains(term.Parent), $"{list}/{term.Code}: {term.Parent}");
        else Assert.Null(term.Parent);
    }

    [Fact]
    public void Lists_are_named_once_and_hold_terms()
    {
        Assert.True(Lists.Count > 20);
        Assert.Equal(Lists.Count, Lists.Select(list => list.Name).Distinct().Count());
        Assert.All(Lists, list => Assert.NotEmpty(list));
    }

    [Fact]
    public void Labels_differ_within_a_list() =>
        Assert.All(Lists, list => Assert.Equal(list.Count, list.Select(term => term.Label).Distinct().Count()));

    [Fact]
    public void List_with_a_duplicate_code_cannot_be_built() =>
        Assert.Throws<ArgumentException>(() => new TermList("essai", [new Term("un", "Un"), new Term("un", "Encore un")]));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase { get; }

    [GeneratedRegex(" [:;?!»]|« ")]
    private static partial Regex BreakingSpace { get; }
}
