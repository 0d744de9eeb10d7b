using PlusPortal.Domain.People;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Domain.Tests.People;

/// <summary>Both addresses say yes within seven days, or nothing changes.</summary>
public sealed class AddressChangeTests
{
    [Theory]
    [InlineData(AddressSide.Old, AddressSide.New)]
    [InlineData(AddressSide.New, AddressSide.Old)]
    public void It_takes_both_in_any_order(AddressSide first, AddressSide second)
    {
        var change = Asked();

        change.Confirm(first, A.Now);
        change.Confirm(first, A.Now.AddDays(1));
        Assert.False(change.IsConfirmed);
        Assert.Equal(A.Now, change.ConfirmedAt(first));
        Rule(() => change.Complete(A.Now));

        change.Confirm(second, A.Now);
        change.Complete(A.Now);
        Assert.Equal(AddressChangeState.Done, change.State);
    }

    [Fact]
    public void After_seven_days_no_answer_counts()
    {
        var change = Asked();
        change.Confirm(AddressSide.Old, A.Now.AddDays(7).AddSeconds(-1));

        Assert.False(change.IsOpenAt(A.Now.AddDays(7)));
        Rule(() => change.Confirm(AddressSide.New, A.Now.AddDays(7)));
        Rule(() => change.Refuse(A.Now.AddDays(7)));
    }

    [Fact]
    public void One_no_ends_it()
    {
        var change = Asked();
        change.Confirm(AddressSide.New, A.Now);

        change.Refuse(A.Now);

        Assert.Equal(AddressChangeState.Refused, change.State);
        Rule(() => change.Confirm(AddressSide.Old, A.Now));
    }

    [Fact]
    public void Replaced_or_taken_it_is_over()
    {
        var (replaced, taken) = (Asked(), Asked());

        replaced.Replace();
        taken.FindTaken(A.Now);

        Rule(() => replaced.Confirm(AddressSide.Old, A.Now));
        Rule(() => taken.Confirm(AddressSide.Old, A.Now));
    }

    private static AddressChange Asked() => AddressChange.Ask(Guid.NewGuid(), "old@example.org", "new@example.org", A.Now);

    private static void Rule(Action act) => Assert.Equal(RuleCode.AddressChangeOver, Assert.Throws<DomainRuleException>(act).Code);
}
