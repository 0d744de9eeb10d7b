using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Domain.Tests.Requests;

/// <summary>The days on which PLUS works: its hours, its closures, public holidays.</summary>
public sealed class PlusCalendarTests
{
    [Theory]
    [InlineData("2026-03-02 15:59", false, "2026-03-02")]
    [InlineData("2026-03-02 16:00", true, "2026-03-03")]
    [InlineData("2026-03-02 23:00", true, "2026-03-03")]
    [InlineData("2026-03-01 23:00", false, "2026-03-02")]
    public void Urgent_request_that_comes_when_PLUS_leaves_is_for_the_next_working_day(string inParis, bool isNearlyOver, string due)
    {
        var day = PlusDay.At(DateTime.Parse(inParis, System.Globalization.CultureInfo.InvariantCulture), PlusCalendar.Usual);
        var request = A.Request().Urgent().Build();

        Assert.Equal(isNearlyOver, day.IsNearlyOver);
        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), Due(request, day));

        static DateOnly? Due(OrientationRequest urgent, PlusDay day)
        {
            var submitted = OrientationRequest.Submit(
                new NewRequest { Reference = RequestReference.Of(2026, 1), Declaration = urgent.Declared, Contact = urgent.Contact, TransmissionRule = urgent.TransmissionRule, ConsentTextVersion = "essai" }, A.Now, day);
            submitted.RecordMatching(urgent.Matching!, A.Now, day, Author.Job);
            return submitted.NextDueOn;
        }
    }

    [Fact]
    public void Search_made_again_never_puts_the_promised_day_off()
    {
        var request = A.Request().Build();
        var promised = request.NextDueOn;

        request.RecordMatching(new MatchResult { RulesVersion = 1, Signals = [], Proposals = [], Excluded = [] }, A.Now.AddDays(1), A.DayOf(A.Today.AddDays(1)), A.Staff());

        Assert.Equal(promised, request.NextDueOn);
    }

    private static readonly TimeRange Morning = new(new(9, 0), new(12, 0));
    private static readonly TimeRange Afternoon = new(new(14, 0), new(17, 0));

    /// <summary>Christmas holidays: Thursday 24 December 2026 to Saturday 2 January 2027.</summary>
    private static readonly Closure Christmas = new(new(2026, 12, 24), new(2027, 1, 2), "Fêtes de fin d’année");

    /// <summary>Monday 2 March 2026, before a closure from Tuesday 3 to Tuesday 10.</summary>
    private static readonly PlusDay ClosedForAWeek = new(A.Today, PlusCalendar.Usual with { Closures = [new(A.Today.AddDays(1), A.Today.AddDays(8), "Semaine fermée")] });

    [Fact]
    public void Usual_calendar_counts_as_everybody_does()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year < 2028; day = day.AddDays(1))
        {
            Assert.Equal(WorkingDayCalendar.IsWorkingDay(day, departement: null), PlusCalendar.Usual.IsWorkingDay(day));
            Assert.Equal(WorkingDayCalendar.AddWorkingDays(day, 2, departement: null), PlusCalendar.Usual.AddWorkingDays(day, 2));
        }
    }

    [Theory]
    [InlineData("2026-12-22", 0, "2026-12-22")]
    [InlineData("2026-12-22", 1, "2026-12-23")]
    [InlineData("2026-12-22", 2, "2027-01-04")]
    [InlineData("2026-12-24", 0, "2027-01-04")]
    [InlineData("2026-12-31", 1, "2027-01-04")]
    [InlineData("2027-01-04", 2, "2027-01-06")]
    public void Delay_goes_through_a_closure(string start, int days, string end) =>
        Assert.Equal(DateOnly.Parse(end), (PlusCalendar.Usual with { Closures = [Christmas] }).AddWorkingDays(DateOnly.Parse(start), days));

    [Fact]
    public void Weekday_without_hours_is_no_working_day_and_a_Saturday_with_hours_is_none_either()
    {
        var calendar = new PlusCalendar(Hours((DayOfWeek.Tuesday, [Morning]), (DayOfWeek.Saturday, [Morning])), []);

        Assert.Equal(new DateOnly(2026, 3, 10), calendar.AddWorkingDays(new DateOnly(2026, 3, 3), 1));
        Assert.True(calendar.Opens(new DateOnly(2026, 3, 7)));
        Assert.Equal(new DateOnly(2026, 3, 7), calendar.NextOpening(new DateOnly(2026, 3, 3)));
        Assert.Equal(new TimeOnly(12, 0), calendar.ClosesAt(new DateOnly(2026, 3, 3)));
        Assert.Null(calendar.ClosesAt(new DateOnly(2026, 3, 4)));
    }

    [Fact]
    public void Next_opening_is_after_a_holiday_and_the_closure_that_follows()
    {
        var calendar = PlusCalendar.Usual with { Closures = [new(new(2026, 4, 7), new(2026, 4, 8), "Travaux")] };

        // Easter Monday is 6 April 2026.
        Assert.Equal(new DateOnly(2026, 4, 9), calendar.NextOpening(new DateOnly(2026, 4, 3)));
    }

    [Theory]
    [InlineData("2026-12-09", false)]
    [InlineData("2026-12-10", true)]
    [InlineData("2026-12-24", true)]
    [InlineData("2027-01-02", true)]
    [InlineData("2027-01-03", false)]
    public void Closure_is_told_two_weeks_before_and_until_its_last_day(string day, bool isTold) =>
        Assert.Equal(isTold ? Christmas : null, (PlusCalendar.Usual with { Closures = [Christmas] }).ClosureToTell(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-12-24", "2026-12-23", ClosureProblem.EndsBeforeItBegins)]
    [InlineData("2026-03-01", "2026-12-23", ClosureProblem.InThePast)]
    [InlineData("2026-03-02", "2026-05-01", ClosureProblem.TooLong)]
    [InlineData("2026-03-02", "2026-04-30", null)]
    [InlineData("2026-03-02", "2026-03-02", null)]
    public void Closure_is_judged_on_the_day_it_is_announced(string from, string to, ClosureProblem? problem) =>
        Assert.Equal(problem, Closure.ProblemOf(DateOnly.Parse(from), DateOnly.Parse(to), A.Today));

    [Fact]
    public void Hours_end_after_they_begin_and_do_not_overlap()
    {
        Assert.Null(OpeningHours.ProblemOf([Morning, Afternoon]));
        Assert.Null(OpeningHours.ProblemOf([Morning, Afternoon with { From = Morning.To }]));
        Assert.Equal(HoursProblem.EndsBeforeItBegins, OpeningHours.ProblemOf([Morning with { To = Morning.From }]));
        Assert.Equal(HoursProblem.Overlaps, OpeningHours.ProblemOf([Afternoon, Morning]));
        Assert.Equal(RuleCode.UnusableSetting, Assert.Throws<DomainRuleException>(() => Hours((DayOfWeek.Monday, [Afternoon, Morning]))).Code);
    }

    [Fact]
    public void One_half_day_of_the_working_week_is_the_least()
    {
        Assert.Equal(RuleCode.UnusableSetting, Assert.Throws<DomainRuleException>(() => Hours((DayOfWeek.Saturday, [Morning]))).Code);
        Assert.NotEmpty(Hours((DayOfWeek.Friday, [Morning])).On(DayOfWeek.Friday));
    }

    [Fact]
    public void What_is_stored_is_read_again()
    {
        var hours = Hours((DayOfWeek.Sunday, [Morning]), (DayOfWeek.Wednesday, [new(new(8, 5), new(9, 0)), Afternoon]));

        Assert.Equal("3 08:05-09:00 14:00-17:00\n0 09:00-12:00", hours.ToString());
        Assert.Equal(hours, OpeningHours.Read(hours.ToString()));
        Assert.NotEqual(OpeningHours.Usual, hours);
        Assert.Equal("2026-12-24 2027-01-02 Fêtes de fin d’année", Christmas.ToString());
        Assert.Equal(Christmas, Closure.Read(Christmas.ToString()));
    }

    [Fact]
    public void What_plus_has_to_do_is_due_on_a_day_when_it_works()
    {
        var request = A.Request().Counting(ClosedForAWeek.Calendar).Build();
        Assert.Equal(new DateOnly(2026, 3, 12), request.NextDueOn);

        request.InTriage().AskStructure("Combien ?", A.Staff(), A.Now, ClosedForAWeek);
        Assert.Equal(new DateOnly(2026, 3, 20), request.NextDueOn);
        request.AnswerQuestion("Deux.", A.Staff(), A.Now, ClosedForAWeek with { Date = A.Today.AddDays(1) });

        Assert.Equal(new DateOnly(2026, 3, 12), request.NextDueOn);
    }

    [Fact]
    public void What_an_actor_has_to_do_is_not_moved()
    {
        var offer = A.SupportOffer().Build();
        var (request, usual) = (A.Request().Build(), A.Request().Build());
        var (asked, plain) = (request.Proposing(offer), usual.Sending(offer));

        request.SendReferral(asked.Id, offer, isByHand: false, A.Staff(), A.Now, ClosedForAWeek);

        Assert.Equal((plain.ReminderDueOn, plain.CallDueOn, plain.ExpiresOn), (asked.ReminderDueOn, asked.CallDueOn, asked.ExpiresOn));
        Assert.Equal(new DateOnly(2026, 3, 9), asked.ReminderDueOn);
    }

    private static OpeningHours Hours(params (DayOfWeek Day, TimeRange[] Ranges)[] days) =>
        OpeningHours.Of(days.ToDictionary(day => day.Day, day => (IReadOnlyList<TimeRange>)day.Ranges));
}
