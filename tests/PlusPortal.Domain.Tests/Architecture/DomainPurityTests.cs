using System.Reflection;

namespace PlusPortal.Domain.Tests.Architecture;

/// <summary>The domain can do no input or output, because nothing that it references can.</summary>
public sealed class DomainPurityTests
{
    private static readonly Assembly Domain = typeof(DomainRuleException).Assembly;

    [Fact]
    public void Domain_references_the_base_class_library_and_the_French_analyser_only() => Assert.Equal(["Lucene.Net.Analysis.Common"], DomainRules.ForeignReferences(Domain));

    [Fact]
    public void Domain_names_no_foreign_type_but_two_of_the_French_analyser() => Assert.Empty(DomainRules.ForeignTypes(Domain));

    [Fact]
    public void Domain_uses_neither_clock_nor_chance_nor_files_nor_network_nor_tasks() => Assert.Empty(DomainRules.ForbiddenUses(Domain));

    [Fact]
    public void Domain_properties_cannot_be_set_from_outside() => Assert.Empty(DomainRules.PublicSetters(Domain.GetExportedTypes()));

    [Fact]
    public void Domain_lists_cannot_be_changed_from_outside() => Assert.Empty(DomainRules.MutableMembers(Domain.GetExportedTypes()));

    [Fact]
    public void Domain_classes_are_sealed() => Assert.Empty(DomainRules.OpenClasses(Domain.GetExportedTypes()));

    [Fact]
    public void Rules_see_the_wrong_sample()
    {
        var sample = typeof(WrongSample).Assembly;

        Assert.Contains("xunit.v3.core", DomainRules.ForeignReferences(sample));
        Assert.Contains("Xunit.FactAttribute", DomainRules.ForeignTypes(sample));
        Assert.Equal(["WrongSample.AnyoneMaySetThis"], DomainRules.PublicSetters([typeof(WrongSample)]));
        Assert.Equal(["WrongSample.AnyoneMayAddToThis", "WrongSample.AnyoneMayReplaceThis", "WrongSample.Numbers"], DomainRules.MutableMembers([typeof(WrongSample)]));
        Assert.Equal(["WrongSample"], DomainRules.OpenClasses([typeof(WrongSample)]));
        Assert.Superset(
            new HashSet<string>
            {
                "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTimeOffset.get_UtcNow", "System.TimeProvider",
                "System.Guid.NewGuid", "System.Random", "System.IO.File", "System.IO.FileStream", "System.Security.Cryptography.RandomNumberGenerator", "System.Net.Http.HttpClient", "System.Threading.Tasks.Task`1",
            },
            DomainRules.ForbiddenUses(sample).ToHashSet());
    }
}
