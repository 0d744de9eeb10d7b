using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Domain.Tests.Directory.Sheets;

public sealed class SheetClockTests
{
    private static readonly DateOnly Due = new(2026, 9, 2);

    [Theory]
    [InlineData(null, null, 6, "2026-09-02")]
    [InlineData(null, "2026-05-31", 6, "2026-11-30")]
    [InlineData(null, "2026-01-01", 1, "2026-04-02")]
    [InlineData("2026-08-31", "2026-10-01", 6, "2027-02-28")]
    [InlineData("2026-03-02", null, 12, "2027-03-02")]
    public void Due_from_the_confirmation_or_from_the_first_check(string? confirmed, string? verified, int months, string due) =>
        Assert.Equal(Day(due), SheetClock.DueOn(Day(confirmed), A.Today, Day(verified), months));

    [Theory]
    [InlineData(-16, null)]
    [InlineData(-15, -15)]
    [InlineData(-1, -15)]
    [InlineData(0, 0)]
    [InlineData(14, 0)]
    [InlineData(29, 15)]
    [InlineData(300, 30)]
    public void The_furthest_step_that_has_come(int day, int? step) => Assert.Equal(step, SheetClock.StepOn(Due.AddDays(day), Due));

    [Fact]
    public void Nobody_is_suspended_before_three_months_nor_unheard()
    {
        var term = Due.AddMonths(3);

        Assert.False(SheetClock.IsSuspended(term.AddDays(-1), Due, Due));
        Assert.True(SheetClock.IsSuspended(term, Due, Due));
        Assert.False(SheetClock.IsSuspended(term.AddYears(1), Due, firstToldOn: null));
        Assert.False(SheetClock.IsSuspended(term.AddDays(29), Due, term));
        Assert.True(SheetClock.IsSuspended(term.AddDays(30), Due, term));
    }

    [Theory]
    [InlineData(SuspensionCause.Unconfirmed)]
    [InlineData(SuspensionCause.Silence)]
    public void Confirming_brings_back_what_the_portal_suspended(SuspensionCause cause)
    {
        var offer = A.SupportOffer().Build();
        offer.Suspend(cause, A.Now);
        Assert.Equal((OfferState.Suspended, cause), (offer.State, offer.SuspendedFor));

        offer.Confirm(A.Today, A.Now);

        Assert.Equal((OfferState.Published, null, A.Today, A.Now), (offer.State, offer.SuspendedFor, offer.ConfirmedOn, offer.ResumedAt));
    }

    [Fact]
    public void Confirming_leaves_what_staff_suspended()
    {
        var offer = A.SupportOffer().Build();
        offer.MoveTo(OfferState.Suspended, A.Now);

        offer.Confirm(A.Today, A.Now);

        Assert.Equal(OfferState.Suspended, offer.State);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(12, true)]
    [InlineData(0, false)]
    [InlineData(24, false)]
    public void Months_are_those_of_the_list(int months, bool isAllowed)
    {
        var offer = A.SupportOffer().Build();
        if (!isAllowed)
        {
            Assert.Equal(RuleCode.UnknownCode, Assert.Throws<DomainRuleException>(() => offer.ConfirmEvery(months)).Code);
            return;
        }

        offer.ConfirmEvery(months);

        Assert.Equal(months, offer.ConfirmationMonths);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
