using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;

namespace PlusPortal.Domain.Tests.Requests;

public sealed class WorkingDayCalendarTests
{
    // Published dates of Easter Sunday, the earliest (22 March) and the latest (25 April) possible ones included.
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2019-04-21")]
    [InlineData("2020-04-12")]
    [InlineData("2021-04-04")]
    [InlineData("2022-04-17")]
    [InlineData("2023-04-09")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    [InlineData("2035-03-25")]
    [InlineData("2038-04-25")]
    [InlineData("2049-04-18")]
    [InlineData("2076-04-19")]
    [InlineData("2285-03-22")]
    public void Easter_falls_on_its_published_day(string day)
    {
        var easter = DateOnly.Parse(day);

        Assert.Equal(easter, WorkingDayCalendar.EasterSunday(easter.Year));
    }

    [Fact]
    public void Easter_is_a_Sunday_between_22_March_and_25_April_for_two_centuries()
    {
        for (var year = 1900; year < 2100; year++)
        {
            var easter = WorkingDayCalendar.EasterSunday(year);
            Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }
    }

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2026-04-06")] // Easter Monday
    [InlineData("2026-05-01")]
    [InlineData("2026-05-08")]
    [InlineData("2026-05-14")] // Ascension
    [InlineData("2026-05-25")] // Whit Monday
    [InlineData("2026-07-14")]
    [InlineData("2025-08-15")]
    [InlineData("2027-11-01")]
    [InlineData("2026-11-11")]
    [InlineData("2026-12-25")]
    public void National_holiday_on_a_weekday_is_no_working_day_anywhere(string day)
    {
        var holiday = DateOnly.Parse(day);
        Assert.NotInRange(holiday.DayOfWeek, DayOfWeek.Saturday, DayOfWeek.Saturday);

        Assert.All([null, "54", "55", "57", "88"], departement => Assert.False(WorkingDayCalendar.IsWorkingDay(holiday, departement)));
    }

    [Theory]
    [InlineData("2026-04-03")] // Good Friday
    [InlineData("2027-03-26")] // Good Friday
    [InlineData("2025-12-26")]
    [InlineData("2028-12-26")]
    public void Local_law_adds_two_holidays_in_Moselle_only(string day)
    {
        var holiday = DateOnly.Parse(day);

        Assert.False(WorkingDayCalendar.IsWorkingDay(holiday, "57"));
        Assert.All([null, "54", "55", "88"], departement => Assert.True(WorkingDayCalendar.IsWorkingDay(holiday, departement)));
    }

    [Fact]
    public void First_of_May_counts_once_whatever_its_weekday()
    {
        for (var year = 2020; year < 2040; year++) Assert.False(WorkingDayCalendar.IsWorkingDay(new DateOnly(year, 5, 1), "54"));
    }

    [Theory]
    [InlineData("2026-03-02", 0, "54", "2026-03-02")] // a working day is its own zero
    [InlineData("2026-03-01", 0, "54", "2026-03-02")] // a Sunday waits for Monday
    [InlineData("2026-03-06", 1, "54", "2026-03-09")] // over a weekend
    [InlineData("2026-04-02", 1, "54", "2026-04-03")] // Thursday before Easter
    [InlineData("2026-04-02", 1, "57", "2026-04-07")] // Good Friday, weekend, Easter Monday
    [InlineData("2026-04-30", 1, null, "2026-05-04")] // over the first of May, a Friday
    [InlineData("2026-05-07", 5, "88", "2026-05-18")] // 8 May and Ascension
    [InlineData("2026-12-24", 1, "55", "2026-12-28")] // Christmas, a Friday
    [InlineData("2025-12-24", 1, "54", "2025-12-26")]
    [InlineData("2025-12-24", 1, "57", "2025-12-29")] // 26 December, a Friday
    [InlineData("2026-12-31", 1, "54", "2027-01-04")] // year end
    [InlineData("2026-03-02", 15, "54", "2026-03-23")]
    public void Days_are_added_over_weekends_holidays_and_year_ends(string start, int workingDays, string? departement, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), WorkingDayCalendar.AddWorkingDays(DateOnly.Parse(start), workingDays, departement));

    [Fact]
    public void Adding_is_monotonous_lands_on_working_days_and_counts_back()
    {
        for (var start = new DateOnly(2026, 1, 1); start.Year < 2028; start = start.AddDays(1))
        {
            for (var count = 1; count <= 20; count++)
            {
                var end = WorkingDayCalendar.AddWorkingDays(start, count, "57");
                Assert.True(WorkingDayCalendar.IsWorkingDay(end, "57"));
                Assert.True(end > WorkingDayCalendar.AddWorkingDays(start, count - 1, "57") || count == 1);
                Assert.Equal(count, WorkingDayCalendar.WorkingDaysBetween(start, end, "57"));
            }
        }
    }

    [Fact]
    public void Negative_number_of_days_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDayCalendar.AddWorkingDays(new DateOnly(2026, 3, 2), -1, null));

    [Fact]
    public void Nothing_lies_between_a_day_and_an_earlier_one() =>
        Assert.Equal(0, WorkingDayCalendar.WorkingDaysBetween(new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 2), null));
}
