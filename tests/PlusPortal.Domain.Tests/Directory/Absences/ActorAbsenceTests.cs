using PlusPortal.Domain.Directory.Absences;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Domain.Tests.Directory.Absences;

public sealed class ActorAbsenceTests
{
    private static readonly DateOnly Today = A.Today;

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(-5, 0, null)]
    [InlineData(10, 375, null)]
    [InlineData(10, 376, RuleCode.AbsenceTooLong)]
    [InlineData(3, 2, RuleCode.AbsenceEndsBeforeItBegins)]
    [InlineData(-9, -1, RuleCode.AbsenceInThePast)]
    public void Days_of_an_absence(int from, int to, RuleCode? problem)
    {
        Assert.Equal(problem, ActorAbsence.ProblemOf(Today.AddDays(from), Today.AddDays(to), Today));
        if (problem is { } code) Assert.Equal(code, Rule(() => Announce(from, to)));
    }

    [Theory]
    [InlineData("Alix", null)]
    [InlineData(null, "alix@example.org")]
    [InlineData("", "alix@example.org")]
    public void A_substitute_has_a_name_and_an_address(string? name, string? email) => Assert.Equal(RuleCode.SubstituteIncomplete, Rule(() => Announce(1, 2, name, email)));

    [Fact]
    public void Twenty_at_most_are_announced() => Assert.Equal(RuleCode.TooManyAbsences, Rule(() => Announce(1, 2, upcoming: ActorAbsence.MostUpcoming)));

    [Fact]
    public void An_absence_under_way_ends_the_day_before_and_one_to_come_has_no_day_left()
    {
        var (begun, ahead, starting) = (Announce(-3, 10), Announce(2, 4), Announce(0, 4));

        Assert.True(begun.EndBefore(Today));
        Assert.Equal(Today.AddDays(-1), begun.To);
        Assert.False(ahead.EndBefore(Today));
        Assert.False(starting.EndBefore(Today));
    }

    private static ActorAbsence Announce(int from, int to, string? name = null, string? email = null, int upcoming = 0) =>
        ActorAbsence.Announce(Guid.CreateVersion7(A.Now), Today.AddDays(from), Today.AddDays(to), name, email, upcoming, Today, A.Now);

    private static RuleCode Rule(Action act) => Assert.Throws<DomainRuleException>(act).Code;
}
