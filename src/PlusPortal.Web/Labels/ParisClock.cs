namespace PlusPortal.Web.Labels;

/// <summary>Paris days, at the edges only.</summary>
public static class ParisClock
{
    /// <summary>Time zone of every date that people read.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    extension(TimeProvider clock)
    {
        /// <summary>Current day in Paris; the UTC date is wrong from midnight to two.</summary>
        public DateOnly TodayInParis => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone).DateTime);
    }

    extension(DateTimeOffset instant)
    {
        /// <summary>The same instant on a Paris clock.</summary>
        public DateTimeOffset InParis => TimeZoneInfo.ConvertTime(instant, Zone);
    }
}
