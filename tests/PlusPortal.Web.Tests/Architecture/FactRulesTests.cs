using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Testing;
using PlusPortal.Web.Features.Public.Orientation;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared.Facts;

namespace PlusPortal.Web.Tests.Architecture;

/// <summary>Every fact says who may read it, and nobody is told too much.</summary>
public sealed class FactRulesTests
{
    private const FactReaders All = FactReaders.CheckPage | FactReaders.Tracking | FactReaders.Staff | FactReaders.Actor;

    /// <summary>A wrong fact each, with what must be said of it.</summary>
    public static TheoryData<string, FactReaders, FactSection, string> Wrong { get; } = new()
    {
        { "no flag", FactReaders.None, FactSection.Need, "has no reader" },
        { "paper alone", FactReaders.Print, FactSection.Need, "has no reader" },
        { "paper and mail", FactReaders.Print | FactReaders.Mail, FactSection.Need, "is printed, but on no page" },
        { "whom to call", All, FactSection.Person, "tells whom to call before an actor accepts" },
        { "whom to call, by mail", FactReaders.Mail, FactSection.Person, "tells whom to call before an actor accepts" },
        { "lost by accepting", FactReaders.ActorAsked, FactSection.Need, "is hidden from an actor because it accepts" },
        { "told too late", FactReaders.ActorLate, FactSection.Need, "only once its time has passed" },
    };

    [Fact]
    public void Facts_of_the_form_have_no_fault() => Assert.Empty(DeclaredFacts.ProblemsOf([.. new FormSteps(FormPages.All).Facts]));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Fact_that_says_too_little_or_too_much_is_reported(string code, FactReaders readers, FactSection section, string problem)
    {
        var fact = new DeclaredFact { Code = code, Section = section, Change = "cela", Tellings = [new(readers, "Essai", _ => "oui")] };

        Assert.Contains(DeclaredFacts.ProblemsOf([fact]), said => said.Contains($"'{code}'", StringComparison.Ordinal) && said.Contains(problem, StringComparison.Ordinal));
        Assert.Throws<InvalidOperationException>(() => new DeclaredFacts([fact]));
    }

    [Fact]
    public void Free_text_in_a_mail_a_double_code_a_second_telling_and_a_change_without_words_are_reported()
    {
        var free = new DeclaredFact { Code = "libre", Section = FactSection.Need, Change = "cela", IsFreeText = true, Tellings = [new(FactReaders.Mail, "Essai", _ => "oui"), new(FactReaders.Mail, "Essai", _ => "non")] };
        var mute = new DeclaredFact { Code = "muet", Section = FactSection.Need, Tellings = [new(FactReaders.CheckPage, "Essai", _ => "oui")] };

        var said = string.Join(' ', DeclaredFacts.ProblemsOf([free, mute, mute]));

        foreach (var problem in new[] { "puts free text", "is told twice to Mail", "say what « Modifier » changes", "has the code of another" }) Assert.Contains(problem, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Question_without_flags_stops_the_start()
    {
        var question = SampleQuestions.Volunteers with { Readers = FactReaders.None };
        var services = new ServiceCollection();
        services.AddOrientation();
        services.AddSingleton(new FormSteps([.. FormPages.All, question]));
        using var provider = services.BuildServiceProvider();

        Assert.Throws<InvalidOperationException>(provider.GetRequiredService<DeclaredFacts>);
    }

    [Fact]
    public void Two_pages_with_one_address_stop_the_start() =>
        Assert.Throws<ArgumentException>(() => new FormSteps([.. FormPages.All, SampleQuestions.Volunteers with { Slug = "taille" }]));
}
